#include "writer/citation/field_writer.h"

#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <cstddef>
#include <memory>
#include <optional>
#include <type_traits>
#include <utility>
#include <variant>

#include "citation/session/faults.h"
#include "text/utf.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/border/undo.h"
#include "writer/citation/list_paragraphs.h"
#include "writer/citation/list_title.h"
#include "writer/citation/list_writer.h"
#include "writer/citation/mark_run.h"
#include "writer/citation/note_moves.h"
#include "writer/citation/word_fields.h"

namespace soat::writer {

namespace session = citation::session;

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

}  // namespace

// --- Which edit is carried out how

struct FieldWriter::Carrier {
  FieldWriter& writer;
  const std::vector<Field>& fields;
  EditState& state;
  std::vector<EditState::Step>& later;  // steps behind those of all edits

  template <class Edit>
  void operator()(Edit edit) const {
    if constexpr (std::is_same_v<Edit, session::WriteList>) {
      const Field& seen = fields[edit.field];
      std::vector<Field> others;
      for (const Field& field : fields) {
        if (field.is_list() && field.name != seen.name) others.push_back(field);
      }
      add_list_steps(writer.context_, writer.editor_.document(), writer.editor_.fields(), seen, std::move(others),
                     std::move(edit), state);
    } else if constexpr (std::is_same_v<Edit, session::FormatList>) {
      add([edit](FieldWriter& here, EditState&) { format_list(here.editor_.document(), edit.format); });
    } else if constexpr (std::is_same_v<Edit, session::MoveOutOfNote>) {
      std::vector<Field> seen;
      for (const std::size_t i : edit.fields) seen.push_back(fields[i]);
      const auto note = std::make_shared<NoteTaken>();
      add([seen, note](FieldWriter& here, EditState& now) { *note = take_note_out(here.editor_, seen, now); });
      later.emplace_back(
          [here = &writer, note, to = edit.to](EditState& now) { put_note_text(here->editor_, *note, to, now); });
    } else if constexpr (requires { edit.field; }) {
      const Field& seen = fields[edit.field];
      add([seen, edit = std::move(edit)](FieldWriter& here, EditState& now) { here.carry_out(seen, edit, now); });
    } else {
      add([edit = std::move(edit)](FieldWriter& here, EditState& now) { here.carry_out(edit, now); });
    }
  }

  template <class Step>
  void add(Step step) const {
    state.steps.emplace_back([here = &writer, step = std::move(step)](EditState& now) { step(*here, now); });
  }
};

void FieldWriter::add_steps(session::FieldEdits edits, const std::vector<Field>& fields, EditState& state) {
  state.insertions.reset();
  std::vector<EditState::Step> later;
  for (session::FieldEdit& edit : edits) std::visit(Carrier{*this, fields, state, later}, std::move(edit));
  for (auto& step : later) state.steps.push_back(std::move(step));
}

// --- Pieces

void FieldWriter::put_list(const Cursor& place, FieldKind kind, const Json& data, const std::u16string& title,
                           EditState& state) {
  make_room_for_list(place, kind);
  if (!title.empty()) put_title(place, to_office(title));
  // A list without text would pass for one that the user has deleted.
  place->setString(text(context_, texts::citation_list_empty));
  const OUString name = editor_.attach(Range(place, UNO_QUERY), kind, true, data, state);
  if (kind != FieldKind::bookmark) put_paragraph_behind_list(editor_.document(), name);
}

// Puts the cursor behind the command's citation and outside its mark; behind the note's number if it stands in a note
// that has been made for it.
void FieldWriter::show_cursor_behind(EditState& state) {
  if (!state.cursor_follows) return;
  state.afterwards.emplace_back([this, kind = state.put_kind, name = state.put] {
    const auto field = editor_.fields().find(kind, false, name);
    const Reference<css::frame::XModel> model(editor_.document(), UNO_QUERY_THROW);
    const Reference<css::text::XTextViewCursorSupplier> view(model->getCurrentController(), UNO_QUERY);
    if (!field || !view.is()) return;
    const Range cursor(view->getViewCursor(), UNO_QUERY_THROW);
    const bool from_text = field->place.note.is() && cursor->getText() != field->place.text;
    view->getViewCursor()->gotoRange((from_text ? field->place.in_body : field->place.range)->getEnd(), false);
  });
}

// --- Edits

void FieldWriter::carry_out(const session::PutCitation& edit, EditState& state) {
  const Cursor target = state.place;
  const bool inserted = editor_.becomes_inserted(target, state);
  carry_out(session::ClearPlace{}, state);
  const bool makes_note = edit.new_note != NoteKind::none;
  state.put_kind = edit.storage;
  MarkRun run = editor_.run_at(Range(target, UNO_QUERY), inserted, state);
  const auto write = [&](const Range& free) {
    const Cursor behind = free->getText()->createTextCursorByRange(free);
    if (!edit.lead.empty() && !makes_note) {
      behind->setString(to_office(edit.lead));
      behind->collapseToEnd();
    }
    const Range where =
        makes_note ? new_note(editor_.document(), Range(behind, UNO_QUERY), edit.new_note) : Range(behind, UNO_QUERY);
    // A note's text goes with its number.
    const Recording recording(editor_.document(), inserted && !makes_note);
    const Written written = editor_.put(where, edit.storage, edit.citation, {edit.rtf, edit.links}, edit.note, state);
    state.put = written.name;
    // The cursor has been pushed behind the note's number.
    return makes_note ? Written{Range(behind, UNO_QUERY), {}} : of_mark(written, edit.storage);
  };
  editor_.write_run(run, write, state);
  ++state.tally.changed;
  show_cursor_behind(state);
}

void FieldWriter::carry_out(const session::ClearPlace&, EditState& state) {
  const Cursor target = state.place;
  require_open(editor_.fields().place_of(Range(target, UNO_QUERY)));
  if (target->isCollapsed()) return;
  // The words there are the user's: they go as the user's own deleting them would.
  const Recording recording(editor_.document(), state.recorded);
  target->setString(OUString());
  target->collapseToEnd();
}

void FieldWriter::carry_out(const session::RewritePut& edit, EditState& state) {
  if (const auto field = editor_.fields().find(state.put_kind, false, state.put))
    state.put = editor_.rewrite(*field, field->code->data, edit.text, state);
}

void FieldWriter::carry_out(const Field& seen, const session::RewriteCitation& edit, EditState& state) {
  const auto there = editor_.find(seen);
  if (!there) {
    if (edit.data) throw session::Fault(texts::citation_error_gone);
    return;  // taken away meanwhile
  }
  const session::Rewriting needed =
      session::judge(edit, there->code->data, utf8(there->place.range->getString()), there->place.note_number);
  if (needed == session::Rewriting::edited) ++state.tally.edited;
  if (needed == session::Rewriting::edited || needed == session::Rewriting::needless) return;
  // Written anew it would not belong to the deletion any more, and stay when that is accepted.
  if (!edit.data && editor_.is_deleted(*there, state)) return;
  Json citation = edit.data ? *edit.data : there->code->data;
  citation["citationID"] = edit.id;
  OUString name;
  try {
    name = editor_.rewrite(*there, std::move(citation), {edit.rtf, edit.links}, state);
  } catch (const session::HoldsMore&) {
    if (edit.data) throw;
    ++state.tally.left;  // told, and no reason to leave the others
    return;
  }
  if (needed == session::Rewriting::text) ++state.tally.changed;
  if (!edit.data) return;
  state.put = name;
  state.put_kind = there->kind;
  show_cursor_behind(state);
}

void FieldWriter::carry_out(const Field& seen, const session::RecodeField& edit, EditState& state) {
  const auto there = editor_.find(seen);
  if (!there && edit.must) throw session::Fault(texts::citation_error_gone);
  if (!there) return;
  editor_.recode(*there, edit.storage, edit.data, state);
  if (edit.counted) ++state.tally.changed;
}

void FieldWriter::carry_out(const Field& seen, const session::RemoveCitation& edit, EditState& state) {
  const auto there = editor_.find(seen);
  if (!there) return;
  if (edit.with_note) {
    require_open(there->place);
    if (there->kind == FieldKind::bookmark) {
      there->content->dispose();
      editor_.drop_data(*there, state);
    }
    Reference<css::lang::XComponent>(there->place.note, UNO_QUERY_THROW)->dispose();
  } else {
    editor_.replace_field(
        *there,
        [](const Range& place) {
          return Written{place, {}};
        },
        state);
  }
  ++state.tally.changed;
}

void FieldWriter::carry_out(const Field& seen, const session::MoveToNote& edit, EditState& state) {
  move_to_note(editor_, seen, edit.to, state);
}

void FieldWriter::carry_out(const session::PutList& edit, EditState& state) {
  put_list(state.place, edit.storage, edit.data, edit.title, state);
}

void FieldWriter::carry_out(const Field& seen, const session::TitleList& edit, EditState&) {
  const auto there = editor_.find(seen);
  if (!there) return;
  require_open(there->place);
  edit.title.empty() ? remove_title_above(*there) : put_title_above(editor_.document(), *there, to_office(edit.title));
}

void FieldWriter::carry_out(const Field& seen, const session::RemoveList&, EditState& state) {
  const auto there = editor_.find(seen);
  if (!there) return;
  require_open(there->place);
  remove_list(*there);
  if (there->kind == FieldKind::bookmark) editor_.drop_data(*there, state);
}

void FieldWriter::carry_out(const session::TakeOver& edit, EditState& state) {
  const WordField& other = state.others[edit.other];
  if (!std::exchange(state.codes_kept, true)) keep_codes(editor_.document(), text(context_, state.title), state.others);
  OUString shown = other.place.range->getString();
  if (stands_protected(other)) throw session::Fault(texts::citation_error_protected, utf8(shown));
  const OUString lead = to_office(std::string_view(edit.lead));
  if (shown.startsWith(lead)) shown = shown.copy(lead.getLength());
  const bool inserted = editor_.insertions(state).cover(other.place.range);
  const Cursor place = erase_other(editor_.document(), other);
  if (edit.list) {
    const bool section = other.form == WordField::Form::section;
    if (section && edit.data.is_object() && edit.storage != FieldKind::bookmark) {
      // One section in the place of another is more than the office can undo.
      name_list(other.content, edit.data);
      return;
    }
    if (section) other.content->dispose();  // its paragraph stays
    if (edit.data.is_object()) put_list(place, edit.storage, edit.data, {}, state);
    return;
  }
  MarkRun run = editor_.run_at(Range(place, UNO_QUERY), inserted, state);
  const auto write = [&](const Range& free) {
    const Cursor written = free->getText()->createTextCursorByRange(free);
    if (!lead.isEmpty()) {
      written->setString(lead);
      written->collapseToEnd();
    }
    written->setString(shown.isEmpty() ? OUString("[?]") : shown);
    const OUString name = editor_.attach(Range(written, UNO_QUERY), edit.storage, false, edit.data, state);
    return of_mark({Range(written, UNO_QUERY), name}, edit.storage);
  };
  editor_.write_run(run, write, state);
  ++state.tally.changed;
}

void FieldWriter::carry_out(const session::WriteProperty& edit, EditState& state) {
  editor_.change_property(edit.stem, edit.value, state);
}

}  // namespace soat::writer
