#pragma once

#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/text/XTextRange.hpp>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "citation/session/types.h"
#include "citation/zotero/codec.h"
#include "writer/border/configuration.h"
#include "writer/citation/copied_citations.h"

namespace soat::writer {

// Citations of a Writer document, stored in Zotero's form (src/citation/zotero) and decided on in src/citation/session.
// Strings are UTF-8.
using citation::session::NoteKind;
using citation::zotero::Json;
using BibliographyLists = citation::session::ListChoice;
using CitationSettings = citation::session::Settings;
using DocumentItem = citation::session::Source;
using FieldKind = citation::session::Storage;
using citation::session::ListTitle;

struct DocumentCitation {
  std::string id;    // citationID; unique in the document
  Json data;         // in today's form: citationItems with itemData and uris, properties
  std::string text;  // what stands in the document
  int note = 0;      // number of its footnote or endnote; 0 in the text
  FieldKind field = FieldKind::mark;
  bool edited = false;  // by hand: the text is not what was put in, and the user has not said to keep it
  bool kept = false;    // the user keeps a text of his own (dontUpdate)
  css::uno::Reference<css::text::XTextRange> anchor;
};

struct BesideCursor {
  DocumentCitation citation;
  bool before = false;  // the cursor; else it stands behind it
};

// A citation or list of sources that another program keeps in the document. Read, never changed unasked.
struct OtherCitation {
  std::string program;  // "Zotero", "Mendeley", …
  bool list = false;
  std::string id;    // where the program keeps one
  Json data;         // as in DocumentCitation; null where the file does not hold it
  std::string text;  // what stands in the document
  int note = 0;
  bool complete = false;  // the document holds all that Soát needs to make it its own
};

struct CitationProblem {
  enum class Kind {
    damaged,        // a field whose data cannot be read; left as it is
    no_data,        // a source of which the document holds nothing but a name; left as it is
    edited,         // see DocumentCitation::edited
    preferences,    // the document's preferences cannot be read
    other_program,  // see OtherCitation; nothing is wrong with it
    lost_copy,      // a text that looks like a citation and is none: Writer does not copy fields along with text
    list_lost,      // the data of a list of sources whose place in the text is gone
  };
  Kind kind = Kind::damaged;
  std::string id;        // of the citation, where it has one
  std::string text;      // what stands in the document
  std::u16string about;  // one line for the user, in the interface's language
};

struct CitationOutcome : citation::session::Tally {
  bool done = false;
  bool cancelled = false;
  std::u16string error;  // why nothing was done, one line for the user; empty when done or cancelled
  std::string id;        // of the citation put in
};

// `wait`: the call returns when all is done; for macros. `background`: the call returns at once, formatting goes on on
// a thread of its own and what it gives is put into the document on the main thread in small pieces, between which the
// window stays alive; `done` is called there.
enum class CitationWay { wait, background };

struct CitationRun {
  CitationWay way = CitationWay::background;
  std::function<void(const CitationOutcome&)> done;                 // main thread; may be empty
  std::function<void(std::size_t done, std::size_t all)> progress;  // any thread; may be empty
};

// All methods are for the main thread. Reading throws soat::Error or what UNO throws; commands tell everything in the
// outcome. Each command is one undo step, is not recorded as a tracked change but within text that is one,
// and leaves what it does not understand as it is. One command runs at a time; another is refused meanwhile.
//
// A cite is what Zotero calls a citation item: an object with itemData (CSL-JSON) and, where they are known, uris,
// locator, label ("page", "section", "sub verbo", …), prefix, suffix, suppress-author. A source of the user's library
// should come with a uris entry of its own that never changes; without one it gets one made from its data.
class DocumentCitations : public std::enable_shared_from_this<DocumentCitations> {
 public:
  // The citations of a text document; made at the first call, gone when the document is closed. Throws soat::Error when
  // it is no text document.
  static std::shared_ptr<DocumentCitations> of(const Context& context,
                                               const css::uno::Reference<css::frame::XModel>& document);
  // The same, but nothing where of() has not been called for the document.
  static std::shared_ptr<DocumentCitations> known(const css::uno::Reference<css::frame::XModel>& document);
  virtual ~DocumentCitations() = default;

  // From now on citations that come or go by other ways than commands (a note is deleted, a page is cut) are followed
  // at once: numbers and the list change with them, in the background and within the same undo step. Begins by itself
  // with the first command.
  virtual void watch() = 0;
  // Does what following has still to do, waiting for it: before the document is saved.
  virtual void settle() = 0;

  // --- Reading

  // What the document says, or the defaults: the shipped style of the Ministry of Education and Training, Vietnamese.
  virtual CitationSettings settings() = 0;
  // Whether the document has settings of its own already.
  virtual bool has_settings() = 0;
  // In document order: a note's citations where the note's number stands, tables cell by cell, frames last.
  virtual std::vector<DocumentCitation> citations() = 0;
  virtual std::vector<DocumentItem> items() = 0;
  // The citation in which the view cursor stands or which the selection touches; also the one whose note number is
  // there.
  virtual std::optional<DocumentCitation> at_cursor() = 0;
  // The citation that the view cursor touches from outside, of which both may become one; the note whose number it
  // touches, when a citation put there would be a note too and the other holds nothing else. None whose text is the
  // user's, and none while text is selected. Of two the one before the cursor.
  virtual std::optional<BesideCursor> beside_cursor() = 0;
  // The same beside a place and what stands there, which is to make room for a citation.
  virtual std::optional<BesideCursor> beside(const css::uno::Reference<css::text::XTextRange>& place) = 0;
  // Whether there is a list, of the whole document or of a part.
  virtual bool has_bibliography() = 0;
  // Whether numbers and lists wait for a refresh (CitationSettings::delayed).
  virtual bool pending() = 0;
  // Whether the cursor stands in a comment, where no citation can be kept.
  virtual bool in_comment() = 0;
  virtual BibliographyLists lists() = 0;
  virtual std::vector<CitationProblem> problems() = 0;
  // Citations of other programs; those of JabRef with what the user's library knows of their sources.
  virtual std::vector<OtherCitation> others() = 0;
  // What the user is to be told of them, the first time that this is called; empty where there are none.
  virtual std::u16string first_word_on_others() = 0;
  // The user is told of them by other means: the first word is not needed.
  virtual void note_told_of_others() = 0;

  // --- Copying text with citations in it

  // What the view's selection says, with its citations; empty where there are none, or several are selected. Until
  // copy_done() is called the document has bookmarks more.
  virtual CopiedCitations selected() = 0;
  virtual void copy_done() = 0;
  // To be called when that may have been pasted before the view's cursor: where it says the same and a citation has not
  // come along, it becomes one, with an id of its own. One undo step.
  virtual void pasted(const CopiedCitations& copied) = 0;
  // The same wherever bookmarks have come along, by whatever way it was pasted; bookmarks of other copies go.
  virtual void take_copies(const CopiedCitations& copied) = 0;

  // The office is asked to put a file into the document (Text from File), or to do something else.
  virtual void expect_file(bool comes) = 0;

  // --- Getting ready

  // Builds the style and tells it the document's citations, in the background, so that the first preview and insertion
  // are quick. Call it when a dialog opens.
  virtual void warm_up() = 0;
  // The text (plain) that the cites would get at the cursor (in a comment: at the document's end), or in the place of
  // the citation `replaced` when not empty. `done` gets the text, or an error for the user, on the main thread; a newer
  // preview replaces one that waits.
  virtual void preview(Json cites, bool unsorted, std::string replaced,
                       std::function<void(std::string text, std::u16string error)> done) = 0;
  // The same, at the cursor, waiting for it; for macros. Throws soat::Error.
  virtual std::string preview_now(Json cites) = 0;

  // What the list of sources would say of a work (CSL-JSON) in the document's style, whether it is cited or not: as RTF
  // without anything round it, or an error for the user. `done` is called on the main thread.
  virtual void entry(Json item, std::function<void(std::string rtf, std::u16string error)> done) = 0;

  // --- Commands

  struct Insertion {
    Json cites;             // an array, not empty
    bool unsorted = false;  // cites in the given order, not the style's
    // Instead of the view cursor. What it spans is replaced; so is a selection only if `replace_selection`.
    css::uno::Reference<css::text::XTextRange> place;
    bool replace_selection = false;
    std::u16string lead;  // put before a citation in the text, outside its mark; not where a note is made
  };
  // The cursor comes to stand behind the citation and outside the mark; behind the note's number with notes.
  virtual void insert(Insertion insertion, CitationRun run) = 0;
  // `takes`: what stands there goes too; may be null.
  virtual void replace(std::string id, Json cites, bool unsorted, css::uno::Reference<css::text::XTextRange> takes,
                       CitationRun run) = 0;
  // With its note when it is all that stands there.
  virtual void remove(std::string id, CitationRun run) = 0;

  // Puts the list of sources at the cursor, as paragraphs of its own; refreshes it where there is one already. Where
  // another program keeps a list, only if it may stand `beside_another`.
  virtual void insert_bibliography(bool beside_another, ListTitle title, CitationRun run) = 0;
  // Puts a list of what is cited between the list of a part before (or the beginning) and the cursor there.
  virtual void insert_part_list(CitationRun run) = 0;
  virtual void set_lists(BibliographyLists lists, CitationRun run) = 0;

  // The list whose place is gone is not missed any more.
  virtual void forget_lost_list() = 0;

  // Stores the settings, moves citations between text and notes, converts their fields, and formats all anew. Refused
  // where the settings are those of Zotero for Word, which would format its citations by them.
  virtual void set_settings(CitationSettings settings, CitationRun run) = 0;
  // Formats everything anew. Texts edited by hand stay unless `overwrite_edits`; the outcome counts them.
  virtual void refresh(bool overwrite_edits, CitationRun run) = 0;
  // The user's own text of a citation is to stay for good.
  virtual void keep_edit(std::string id, CitationRun run) = 0;
  // New data for a source, found by its uris, in every citation of it; formats all anew.
  virtual void update_item(DocumentItem item, CitationRun run) = 0;

  // Makes citations and lists plain text; the preferences stay.
  virtual void unlink(CitationRun run) = 0;
  virtual void convert(FieldKind to, CitationRun run) = 0;
  // Makes the citations and lists of other programs the document's own, as far as it holds their data; formats all
  // anew.
  virtual void take_over(CitationRun run) = 0;

  virtual bool busy() const = 0;
  // Ends the command that runs; what it has changed already is taken back.
  virtual void cancel() = 0;
};

}  // namespace soat::writer
