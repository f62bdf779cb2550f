#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/weakref.hxx>
#include <deque>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "citation/session/edits.h"
#include "writer/border/configuration.h"
#include "writer/border/texts.h"
#include "writer/citation/field_reader.h"
#include "writer/citation/mark_run.h"
#include "writer/citation/word_fields.h"
#include "writer/text/recorded_changes.h"

namespace soat::writer {

// What the edits of one command share while they are carried out.
struct EditState {
  using Step = std::function<void(EditState&)>;

  text::MessageId<0> title = texts::citation_undo_refresh;  // of the undo step
  css::uno::Reference<css::text::XTextCursor> place;        // where something is put; null for most commands
  bool cursor_follows = false;                              // the view's cursor comes to stand behind the citation
  OUString put;                                             // name of the field that has been put in
  FieldKind put_kind = FieldKind::mark;
  std::vector<WordField> others;              // citations of other programs, which TakeOver names
  bool codes_kept = false;                    // of those, for undoing
  bool recorded = false;                      // the user's own changes of the document, when the command began
  std::optional<RecordedChanges> deletions;   // as they are when they are first asked for
  std::optional<RecordedChanges> insertions;  // likewise, in each round
  citation::session::Tally tally;
  std::deque<Step> steps;                         // small pieces of work on the document
  std::vector<std::function<void()>> afterwards;  // when the view may be touched again
};

// Carries edits out. Main thread, within an undo context of the caller.
class FieldWriter {
 public:
  FieldWriter(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
              FieldReader& fields)
      : context_(context), document_(document), fields_(fields) {}

  // Puts the edits among the steps, in order. `fields` are those of the reading that the edits are based on.
  void add_steps(citation::session::FieldEdits edits, const std::vector<Field>& fields, EditState& state);

 private:
  struct Carrier;
  struct NoteTaken;

  css::uno::Reference<css::text::XTextDocument> document() const;
  std::optional<Field> find(const Field& seen);

  void carry_out(const citation::session::PutCitation& edit, EditState& state);
  void carry_out(const citation::session::ClearPlace& edit, EditState& state);
  void carry_out(const citation::session::RewritePut& edit, EditState& state);
  void carry_out(const Field& seen, const citation::session::RewriteCitation& edit, EditState& state);
  void carry_out(const Field& seen, const citation::session::RecodeField& edit, EditState& state);
  void carry_out(const Field& seen, const citation::session::RemoveCitation& edit, EditState& state);
  void carry_out(const Field& seen, const citation::session::MoveToNote& edit, EditState& state);
  void carry_out(const citation::session::PutList& edit, EditState& state);
  void carry_out(const Field& seen, const citation::session::TitleList& edit, EditState& state);
  void carry_out(const Field& seen, const citation::session::RemoveList& edit, EditState& state);
  void carry_out(const citation::session::TakeOver& edit, EditState& state);
  void carry_out(const citation::session::WriteProperty& edit, EditState& state);

  Written put(const Range& place, FieldKind kind, Json citation, const citation::session::CitationText& text, int note,
              EditState& state);
  void replace_field(const Field& field, const MarkRun::Write& write, EditState& state);
  OUString rewrite(const Field& field, Json citation, const citation::session::CitationText& text, EditState& state);
  void recode(const Field& field, FieldKind kind, const Json& data, EditState& state);
  Range new_note(const Range& place, NoteKind kind);
  void take_note_out(const std::vector<Field>& seen, NoteTaken& taken, EditState& state);
  void put_note_text(const NoteTaken& taken, NoteKind to, EditState& state);
  void show_cursor_behind(EditState& state);
  bool is_deleted(const Field& field, EditState& state);
  const RecordedChanges& insertions(EditState& state);
  bool becomes_inserted(const css::uno::Reference<css::text::XTextCursor>& place, EditState& state);
  void write_run(MarkRun& run, const MarkRun::Write& write, EditState& state);
  OUString attach(const Range& range, FieldKind kind, bool list, const Json& data, EditState& state);
  void put_list(const css::uno::Reference<css::text::XTextCursor>& place, FieldKind kind, const Json& data,
                const std::u16string& title, EditState& state);
  void change_property(const std::string& stem, const std::string& value, EditState& state);
  void drop_data(const Field& field, EditState& state);

  Context context_;
  css::uno::WeakReference<css::text::XTextDocument> document_;
  FieldReader& fields_;
};

// Lays a new field with its data over a range, within an undo context of the caller, and gives its name. title: of the
// undo step.
OUString attach_with_data(const css::uno::Reference<css::text::XTextDocument>& document, const OUString& title,
                          const Range& range, FieldKind kind, bool list, const Json& data);

// Throws where the user has protected what stands there.
void require_open(const Place& place);

}  // namespace soat::writer
