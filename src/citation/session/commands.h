#pragma once

#include <cstddef>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/session/document_model.h"
#include "citation/session/edits.h"
#include "citation/session/formatter.h"
#include "texts/texts.h"

namespace soat::citation::session {

// One round of a command. The surface reads the document, has compute() called where the formatter lives, then asks for
// the edits, carries them out, and goes on to the next round.
class Round {
 public:
  virtual ~Round() = default;

  // Whether it goes on with the model of the round before, as the document was before that round's edits.
  virtual bool keeps_model() const { return false; }
  // Whether compute() does anything.
  virtual bool computes() const { return true; }

  // The formatter's thread, the only function that is. Throws soat::Error.
  virtual void compute(const DocumentModel& /*model*/, Formatter& /*formatter*/,
                       const Formatter::Progress& /*progress*/) {}

  // What is to be changed. Throws Fault where the command cannot be done.
  virtual FieldEdits edits(const DocumentModel& model, Tally& tally) = 0;
};

// What a user has asked for, as rounds. What a command gives is one undo step; when a round or an edit throws, all is
// taken back.
struct Command {
  text::MessageId<0> title = texts::citation_undo_refresh;  // of the undo step
  std::string id;                                           // of the citation that it puts in or edits
  std::deque<std::unique_ptr<Round>> rounds;
};

// Where a new citation comes to stand.
struct InsertionPoint {
  std::size_t at = 0;  // so many of the model's citations stand before it
  NoteKind note_kind = NoteKind::none;
  int note = 0;           // number of the note that it stands in; 0 in no note
  bool ordered = true;    // as in StoredField
  std::size_t lists = 0;  // so many of its lists stand before it
  int next_note = 1;      // number that a note made there gets, of the kind that the settings ask for
};

struct NewCitation {
  Json cites;                // an array, not empty
  bool unsorted = false;     // in the given order, not the style's
  std::u16string lead;       // as in PutCitation
  bool takes_place = false;  // edit(): what stands at the command's place goes
};

// Where the document's updates are delayed, these three write their own citation only, with what would become of it,
// and note that the others wait. `ahead`: the citation is put in before it is known what it changes elsewhere, for long
// documents. The first round of this, of edit() and of remove() goes on with the model that is given here.
Command insert(Session& session, const DocumentModel& model, const InsertionPoint& point, NewCitation wanted,
               bool ahead);
Command edit(Session& session, const DocumentModel& model, const std::string& id, NewCitation wanted);
// `with_note`: its note holds nothing else and goes too.
Command remove(Session& session, const DocumentModel& model, const std::string& id, bool with_note);

// Formats everything anew, then the list. Texts edited by hand stay unless `overwrite_edits`.
Command refresh(Session& session, bool overwrite_edits);
// After citations have come or gone by other ways than these commands: only what says something else is written.
Command follow(Session& session);
// The same where updates are delayed: only where other citations stand in the document than these, or in another order,
// is it noted that updates wait.
Command put_off(std::vector<std::string> known);
// Whether what waits would change anything; if not, nothing waits any more.
Command check_pending(Session& session);
Command keep_edit(const std::string& id);
// New data for a source, in every citation of it.
Command update_source(Session& session, const Source& source);
Command unlink();
Command convert(Storage to);
Command change_settings(Session& session, const Settings& settings);

// A citation or a list that another program keeps in the document.
struct OtherField {
  std::string program;
  bool list = false;
  Json citation;                // in today's form; null for a list and where its data cannot be read
  std::string text;             // what stands in the document
  bool there = true;            // false where only the file tells of it, or more is cited than there is data of
  bool author_in_text = false;  // "Trần (2003)": the author belongs to the sentence
};

// Makes them the document's own (TakeOver names them by their place in `others`, which is in document order), formats
// all anew and writes the list. What carries no data stays, and so does the list of its program. `style`: the id of the
// style by which they are formatted now; empty where it is not known. Where it is not there, the usual style is taken.
Command take_over(Session& session, std::vector<OtherField> others, std::string style);

// `of_part`: a list of what is cited between the list of a part before (or the beginning) and this one.
Command insert_list(Session& session, ListTitle title, bool of_part = false);
// What is left of lists that the user has deleted, or whose place is gone, goes.
Command forget_lost_lists();
Command choose_listed(Session& session, const ListChoice& choice);

// A citation that is not in the document, and the document as it would be round it.
struct Preview {
  Snapshot snapshot;
  CitationInput input;
  std::size_t at = 0;

  std::string text(Formatter& formatter) const;  // plain
};
Preview preview_at(Session& session, const DocumentModel& model, const InsertionPoint& point, NewCitation wanted);
// In the place of another citation; nothing where there is none with this id.
std::optional<Preview> preview_of(Session& session, const DocumentModel& model, const std::string& id,
                                  NewCitation wanted);

}  // namespace soat::citation::session
