#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <string>
#include <vector>

#include "citation/session/edits.h"
#include "writer/border/configuration.h"
#include "writer/citation/edit_state.h"
#include "writer/citation/field_editor.h"
#include "writer/citation/field_reader.h"

namespace soat::writer {

// Carries edits out. Main thread, within an undo context of the caller.
class FieldWriter {
 public:
  FieldWriter(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
              FieldReader& fields)
      : context_(context), editor_(context, document, fields) {}

  // Puts the edits among the steps, in order. `fields` are those of the reading that the edits are based on.
  void add_steps(citation::session::FieldEdits edits, const std::vector<Field>& fields, EditState& state);

 private:
  struct Carrier;

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

  void put_list(const css::uno::Reference<css::text::XTextCursor>& place, FieldKind kind, const Json& data,
                const std::u16string& title, EditState& state);
  void show_cursor_behind(EditState& state);

  Context context_;
  FieldEditor editor_;
};

}  // namespace soat::writer
