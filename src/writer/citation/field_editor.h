#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <cppuhelper/weakref.hxx>
#include <optional>
#include <string>
#include <vector>

#include "citation/session/edits.h"
#include "writer/border/configuration.h"
#include "writer/citation/edit_state.h"
#include "writer/citation/field_reader.h"
#include "writer/citation/mark_run.h"
#include "writer/text/recorded_changes.h"

namespace soat::writer {

// Changes single fields of a document: what all edits are made of. Main thread, within an undo context of the caller in
// which nothing is recorded. Its functions throw session::Fault where the user has protected what would change,
// session::HoldsMore as MarkRun does, soat::Error when the document is closed.
class FieldEditor {
 public:
  // fields: those of the document; must outlive this.
  FieldEditor(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
              FieldReader& fields)
      : context_(context), document_(document), fields_(fields) {}

  css::uno::Reference<css::text::XTextDocument> document() const;
  FieldReader& fields() { return fields_; }

  // The field as it stands now, if it is still there.
  std::optional<Field> find(const Field& seen);

  // Whether the user has deleted a citation with changes being recorded.
  bool is_deleted(const Field& field, EditState& state);

  // Those recorded in the document, as they are now.
  const RecordedChanges& insertions(EditState& state);

  // Whether what is put at a place, or instead of what stands there, belongs to a recorded insertion: within one, and
  // behind one that the user goes on with.
  bool becomes_inserted(const css::uno::Reference<css::text::XTextCursor>& place, EditState& state);

  // The run of marks round a citation, and round a place that spans nothing; see MarkRun.
  MarkRun run_of(const Field& field, EditState& state) { return {fields_, document(), insertions(state), field}; }
  MarkRun run_at(const Range& place, bool inserted, EditState& state) {
    return {fields_, document(), insertions(state), place, inserted};
  }
  void write_run(MarkRun& run, const MarkRun::Write& write, EditState& state);

  // Writes a citation at a place, which must lie outside other fields.
  Written put(const Range& place, FieldKind kind, Json citation, const citation::session::CitationText& text, int note,
              EditState& state);

  // Lays a new field with its data over a range, and gives its name.
  OUString attach(const Range& range, FieldKind kind, bool list, const Json& data, EditState& state);

  // Puts something else where a citation stands; `write` is given the place.
  void replace_field(const Field& field, const MarkRun::Write& write, EditState& state);

  // Gives a citation other data and another text, and gives its new name.
  OUString rewrite(const Field& field, Json citation, const citation::session::CitationText& text, EditState& state);

  // Gives a citation or a list other data or another kind of field under the same text; no field where there is no
  // data.
  void recode(const Field& field, FieldKind kind, const Json& data, EditState& state);

  // Gives a property of the document, stored in pieces, another value; none where that is empty.
  void change_property(const std::string& stem, const std::string& value, EditState& state);

  // Takes the data of a bookmark that is gone away, unless a copy of it shares them.
  void drop_data(const Field& field, EditState& state);

 private:
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

// What was written for a field of that kind: only marks can grow over one another, the others have no name.
Written of_mark(Written written, FieldKind kind);

// The texts, or a text that says that there is none: a mark on nothing cannot be found again.
std::vector<FormattedText> some_text(std::vector<FormattedText> texts);

}  // namespace soat::writer
