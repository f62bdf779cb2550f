#include "writer/citation/field_writer.h"

#include <algorithm>
#include <com/sun/star/beans/XPropertySet.hpp>
#include <com/sun/star/container/XNamed.hpp>
#include <com/sun/star/frame/XController.hpp>
#include <com/sun/star/frame/XModel.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/XBookmarksSupplier.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <com/sun/star/text/XParagraphCursor.hpp>
#include <com/sun/star/text/XTextViewCursorSupplier.hpp>
#include <memory>
#include <type_traits>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/faults.h"
#include "citation/session/note_text.h"
#include "citation/zotero/rich_text.h"
#include "text/error.h"
#include "text/utf.h"
#include "writer/border/border.h"
#include "writer/border/strings.h"
#include "writer/border/texts.h"
#include "writer/border/undo.h"
#include "writer/citation/document_properties.h"
#include "writer/citation/list_title.h"
#include "writer/citation/list_writer.h"
#include "writer/text/document.h"
#include "writer/text/writer_text.h"

namespace soat::writer {

namespace session = citation::session;

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

// Only marks can grow over one another.
Written of_mark(Written written, FieldKind kind) {
  if (kind != FieldKind::mark) written.name = {};
  return written;
}

// A mark on nothing cannot be found again.
std::vector<FormattedText> some_text(std::vector<FormattedText> texts) {
  if (texts.empty()) texts.push_back({"[?]", {}});
  return texts;
}

// Blanks belong before a citation in the text, but not before a note's number.
void take_blank_before(const Range& place) {
  const Cursor cursor = place->getText()->createTextCursorByRange(place->getStart());
  if (cursor->goLeft(1, true) && cursor->getString() == " ") cursor->setString(OUString());
}

bool wants_blank_before(const Range& place) {
  const Cursor cursor = place->getText()->createTextCursorByRange(place->getStart());
  if (!cursor->goLeft(1, true)) return false;
  const OUString before = cursor->getString();  // of a note its number, which may be long
  return !before.isEmpty() && session::wants_blank_behind(to_view(before).back());
}

bool says_more(const std::vector<Field>& fields) {
  std::vector<std::u16string> shown;
  std::vector<Json> citations;
  for (const Field& field : fields) {
    shown.emplace_back(to_view(field.place.range->getString()));
    citations.push_back(field.code->data);
  }
  return session::says_more(to_view(fields.front().place.text->getString()), shown, citations);
}

}  // namespace

void require_open(const Place& place) {
  if (is_protected(place.range) || (place.note.is() && is_protected(place.in_body)))
    throw session::Fault(texts::citation_error_protected, utf8(place.range->getString()));
}

Reference<css::text::XTextDocument> FieldWriter::document() const {
  const Reference<css::text::XTextDocument> document(document_);
  if (!document.is()) throw Error(texts::error_document_closed);
  return document;
}

// The field as it stands now, if it is still there.
std::optional<Field> FieldWriter::find(const Field& seen) {
  return fields_.find(seen.kind, seen.section, seen.name);
}

// --- Which edit is carried out how

// A note whose citations, all that it holds, go into the text or into notes of the other kind.
struct FieldWriter::NoteTaken {
  struct Citation {
    Field field;
    std::vector<FormattedText> texts;
  };
  std::vector<Citation> citations;
  bool inserted = false;  // in a recorded insertion
  Cursor before;          // where it stood
};

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
      add_list_steps(writer.context_, writer.document(), writer.fields_, seen, std::move(others), std::move(edit),
                     state);
    } else if constexpr (std::is_same_v<Edit, session::FormatList>) {
      add([edit](FieldWriter& here, EditState&) { format_list(here.document(), edit.format); });
    } else if constexpr (std::is_same_v<Edit, session::MoveOutOfNote>) {
      std::vector<Field> seen;
      for (const std::size_t i : edit.fields) seen.push_back(fields[i]);
      // All notes go before any text comes. Undone, a note would else come back at the end of a citation before it, and
      // its mark would grow over the note.
      const auto note = std::make_shared<NoteTaken>();
      add([seen, note](FieldWriter& here, EditState& now) { here.take_note_out(seen, *note, now); });
      later.emplace_back([here = &writer, note, to = edit.to](EditState& now) { here->put_note_text(*note, to, now); });
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

// Whether the user has deleted a citation with changes being recorded.
bool FieldWriter::is_deleted(const Field& field, EditState& state) {
  if (!state.deletions) state.deletions.emplace(document(), ChangeKind::deletion);
  const Place& place = field.place;
  return state.deletions->cover(place.note.is() ? place.in_body : place.range) ||
         (place.note.is() && state.deletions->cover(place.range));
}

const RecordedChanges& FieldWriter::insertions(EditState& state) {
  if (!state.insertions) state.insertions.emplace(document(), ChangeKind::insertion);
  return *state.insertions;
}

// Whether what is put at a place, or instead of what stands there, belongs to a recorded insertion: within one, and
// behind one that the user goes on with.
bool FieldWriter::becomes_inserted(const Cursor& place, EditState& state) {
  const RecordedChanges& all = insertions(state);
  if (all.empty()) return false;
  const Range range(place, UNO_QUERY);
  if (!place->isCollapsed()) return all.cover(range);
  if (all.hold(range)) return true;
  // One that ends where a paragraph of old text begins is not gone on with there.
  const Reference<css::text::XParagraphCursor> paragraph(place->getText()->createTextCursorByRange(range),
                                                         UNO_QUERY_THROW);
  return state.recorded && all.end_at(range) && (!paragraph->isStartOfParagraph() || paragraph->isEndOfParagraph());
}

void FieldWriter::write_run(MarkRun& run, const MarkRun::Write& write, EditState& state) {
  run.write(write);
  if (run.changed_insertions()) state.insertions.reset();
}

OUString attach_with_data(const Reference<css::text::XTextDocument>& document, const OUString& title,
                          const Range& range, FieldKind kind, bool list, const Json& data) {
  std::string name;
  if (kind == FieldKind::bookmark) {
    name = citation::zotero::bookmark_stem + citation::zotero::random_suffix(12);
    change_property(document, title, name,
                    list ? citation::zotero::bibliography_value(data) : citation::zotero::item_value(data));
  } else {
    const std::string suffix = citation::zotero::random_suffix();
    name = list ? citation::zotero::bibliography_name(data, suffix) : citation::zotero::item_name(data, suffix);
  }
  attach_field(document, range, kind, list, to_office(std::string_view(name)));
  return to_office(std::string_view(name));
}

OUString FieldWriter::attach(const Range& range, FieldKind kind, bool list, const Json& data, EditState& state) {
  return attach_with_data(document(), text(context_, state.title), range, kind, list, data);
}

void FieldWriter::put_list(const Cursor& place, FieldKind kind, const Json& data, const std::u16string& title,
                           EditState& state) {
  make_room_for_list(place, kind);
  if (!title.empty()) put_title(place, to_office(title));
  // A list without text would pass for one that the user has deleted.
  place->setString(text(context_, texts::citation_list_empty));
  const OUString name = attach(Range(place, UNO_QUERY), kind, true, data, state);
  if (kind != FieldKind::bookmark) put_paragraph_behind_list(document(), name);
}

void FieldWriter::change_property(const std::string& stem, const std::string& value, EditState& state) {
  soat::writer::change_property(document(), text(context_, state.title), stem, value);
}

// The data of a bookmark that is gone, unless a copy of it shares them.
void FieldWriter::drop_data(const Field& field, EditState& state) {
  const auto bookmarks = Reference<css::text::XBookmarksSupplier>(document(), UNO_QUERY_THROW)->getBookmarks();
  const OUString stem = to_office(std::string_view(field.properties));
  for (const OUString& name : bookmarks->getElementNames()) {
    if (name.startsWith(stem)) return;
  }
  change_property(field.properties, {}, state);
}

// Writes a citation at a place, which must lie outside other fields.
Written FieldWriter::put(const Range& place, FieldKind kind, Json citation, const session::CitationText& text, int note,
                         EditState& state) {
  auto runs = citation::zotero::read_rtf(text.rtf);
  session::lay_links(runs, text.links);
  if (runs.empty()) {
    runs.emplace_back();
    runs.back().text = u"[?]";
  }
  if (!text.links.empty()) provide_link_look(document());
  const Range written = write_runs(place, runs);
  const Json data = session::written_citation(std::move(citation), text.rtf, utf8(written->getString()), note,
                                              session::links_record(text.links));
  return {written, attach(written, kind, false, data, state)};
}

// Puts something else where a citation stands; `write` is given the place.
void FieldWriter::replace_field(const Field& field, const MarkRun::Write& write, EditState& state) {
  require_open(field.place);
  MarkRun run(fields_, document(), insertions(state), field);
  write_run(run, write, state);
  if (field.kind == FieldKind::bookmark) drop_data(field, state);
}

// Gives a citation other data and another text, and gives its new name.
OUString FieldWriter::rewrite(const Field& field, Json citation, const session::CitationText& text, EditState& state) {
  OUString name;
  replace_field(
      field,
      [&](const Range& place) {
        const Written written = put(place, field.kind, std::move(citation), text, field.place.note_number, state);
        name = written.name;
        return of_mark(written, field.kind);
      },
      state);
  return name;
}

// Gives a citation or a list other data or another kind of field under the same text; no field where there is no data.
void FieldWriter::recode(const Field& field, FieldKind kind, const Json& data, EditState& state) {
  require_open(field.place);
  if (field.section && kind == field.kind && data.is_object()) {
    name_list(field.content, data);
    return;
  }
  if (field.kind == FieldKind::bookmark || field.section) {
    const Range own = extent_of(field);
    const Cursor keep = own->getText()->createTextCursorByRange(own);
    field.content->dispose();
    if (field.kind == FieldKind::bookmark) drop_data(field, state);
    if (data.is_object()) attach(Range(keep, UNO_QUERY), kind, field.is_list(), data, state);
    return;
  }
  MarkRun run(fields_, document(), insertions(state), field);
  const auto texts = some_text(run.own_text());
  write_run(
      run,
      [&](const Range& place) {
        Written written{write_formatted(place, texts), {}};
        if (data.is_object()) written.name = attach(written.range, kind, field.is_list(), data, state);
        return of_mark(written, kind);
      },
      state);
}

Range FieldWriter::new_note(const Range& place, NoteKind kind) {
  const Reference<css::lang::XMultiServiceFactory> factory(document(), UNO_QUERY_THROW);
  const Reference<css::text::XFootnote> note(
      factory->createInstance(kind == NoteKind::endnotes ? OUString("com.sun.star.text.Endnote")
                                                         : OUString("com.sun.star.text.Footnote")),
      UNO_QUERY_THROW);
  place->getText()->insertTextContent(place, Reference<css::text::XTextContent>(note, UNO_QUERY_THROW), false);
  return Range(Text(note, UNO_QUERY_THROW)->createTextCursor(), UNO_QUERY_THROW);
}

// Puts the cursor behind the command's citation and outside its mark; behind the note's number if it stands in a note
// that has been made for it.
void FieldWriter::show_cursor_behind(EditState& state) {
  if (!state.cursor_follows) return;
  state.afterwards.emplace_back([this, kind = state.put_kind, name = state.put] {
    const auto field = fields_.find(kind, false, name);
    const Reference<css::frame::XModel> model(document(), UNO_QUERY_THROW);
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
  const bool inserted = becomes_inserted(target, state);
  carry_out(session::ClearPlace{}, state);
  const bool makes_note = edit.new_note != NoteKind::none;
  state.put_kind = edit.storage;
  MarkRun run(fields_, document(), insertions(state), Range(target, UNO_QUERY), inserted);
  const auto write = [&](const Range& free) {
    const Cursor behind = free->getText()->createTextCursorByRange(free);
    if (!edit.lead.empty() && !makes_note) {
      behind->setString(to_office(edit.lead));
      behind->collapseToEnd();
    }
    const Range where = makes_note ? new_note(Range(behind, UNO_QUERY), edit.new_note) : Range(behind, UNO_QUERY);
    // A note's text goes with its number.
    const Recording recording(document(), inserted && !makes_note);
    const Written written = put(where, edit.storage, edit.citation, {edit.rtf, edit.links}, edit.note, state);
    state.put = written.name;
    // The cursor has been pushed behind the note's number.
    return makes_note ? Written{Range(behind, UNO_QUERY), {}} : of_mark(written, edit.storage);
  };
  write_run(run, write, state);
  ++state.tally.changed;
  show_cursor_behind(state);
}

void FieldWriter::carry_out(const session::ClearPlace&, EditState& state) {
  const Cursor target = state.place;
  require_open(fields_.place_of(Range(target, UNO_QUERY)));
  if (target->isCollapsed()) return;
  // The words there are the user's: they go as the user's own deleting them would.
  const Recording recording(document(), state.recorded);
  target->setString(OUString());
  target->collapseToEnd();
}

void FieldWriter::carry_out(const session::RewritePut& edit, EditState& state) {
  if (const auto field = fields_.find(state.put_kind, false, state.put))
    state.put = rewrite(*field, field->code->data, edit.text, state);
}

void FieldWriter::carry_out(const Field& seen, const session::RewriteCitation& edit, EditState& state) {
  const auto there = find(seen);
  if (!there) {
    if (edit.data) throw session::Fault(texts::citation_error_gone);
    return;  // taken away meanwhile
  }
  const session::Rewriting needed =
      session::judge(edit, there->code->data, utf8(there->place.range->getString()), there->place.note_number);
  if (needed == session::Rewriting::edited) ++state.tally.edited;
  if (needed == session::Rewriting::edited || needed == session::Rewriting::needless) return;
  // Written anew it would not belong to the deletion any more, and stay when that is accepted.
  if (!edit.data && is_deleted(*there, state)) return;
  Json citation = edit.data ? *edit.data : there->code->data;
  citation["citationID"] = edit.id;
  OUString name;
  try {
    name = rewrite(*there, std::move(citation), {edit.rtf, edit.links}, state);
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
  const auto there = find(seen);
  if (!there && edit.must) throw session::Fault(texts::citation_error_gone);
  if (!there) return;
  recode(*there, edit.storage, edit.data, state);
  if (edit.counted) ++state.tally.changed;
}

void FieldWriter::carry_out(const Field& seen, const session::RemoveCitation& edit, EditState& state) {
  const auto there = find(seen);
  if (!there) return;
  if (edit.with_note) {
    require_open(there->place);
    if (there->kind == FieldKind::bookmark) {
      there->content->dispose();
      drop_data(*there, state);
    }
    Reference<css::lang::XComponent>(there->place.note, UNO_QUERY_THROW)->dispose();
  } else {
    replace_field(
        *there,
        [](const Range& place) {
          return Written{place, {}};
        },
        state);
  }
  ++state.tally.changed;
}

// From the text, or from a note of the other kind, into a note of its own.
void FieldWriter::carry_out(const Field& seen, const session::MoveToNote& edit, EditState& state) {
  const auto there = find(seen);
  if (!there || is_deleted(*there, state)) return;
  require_open(there->place);
  Json data = there->code->data;
  MarkRun run(fields_, document(), insertions(state), *there);
  const auto texts = some_text(run.own_text());
  const auto write = [&](const Range& place) {
    session::set_joined(data, wants_blank_before(place));
    take_blank_before(place);
    const Cursor at = place->getText()->createTextCursorByRange(place);
    const Range inside = new_note(Range(at, UNO_QUERY), edit.to);
    const Unrecorded unrecorded(document());
    attach(write_formatted(inside, texts), there->kind, false, data, state);
    return Written{Range(at, UNO_QUERY), {}};  // the cursor has been pushed behind the note's number
  };
  write_run(run, write, state);
  if (there->kind == FieldKind::bookmark) drop_data(*there, state);
  ++state.tally.changed;
}

void FieldWriter::take_note_out(const std::vector<Field>& seen, NoteTaken& taken, EditState& state) {
  std::vector<Field> there;
  for (const Field& field : seen) {
    if (auto now = find(field)) there.push_back(std::move(*now));
  }
  if (there.empty()) return;
  if (says_more(there)) {
    state.tally.left += there.size();
    return;
  }
  const Place note = there.front().place;
  require_open(note);
  for (Field& field : there) {
    auto texts = MarkRun(fields_, document(), insertions(state), field).own_text();
    taken.citations.push_back({std::move(field), std::move(texts)});
  }
  taken.inserted = insertions(state).cover(note.in_body);
  taken.before = note.in_body->getText()->createTextCursorByRange(note.in_body->getStart());
  for (const auto& [field, texts] : taken.citations) {
    if (field.kind != FieldKind::bookmark) continue;
    field.content->dispose();
    drop_data(field, state);
  }
  Reference<css::lang::XComponent>(note.note, UNO_QUERY_THROW)->dispose();
}

void FieldWriter::put_note_text(const NoteTaken& taken, NoteKind to, EditState& state) {
  Range place(taken.before, UNO_QUERY);
  for (const auto& one : taken.citations) {
    const Json& data = one.field.code->data;
    const FieldKind kind = one.field.kind;
    MarkRun run(fields_, document(), insertions(state), place->getEnd(), taken.inserted);
    const auto write = [&](const Range& spot) {
      const Cursor at = spot->getText()->createTextCursorByRange(spot);
      if (to != NoteKind::none) {
        const Range inside = new_note(Range(at, UNO_QUERY), to);
        const Unrecorded unrecorded(document());
        attach(write_formatted(inside, one.texts), kind, false, data, state);
        place = Range(at, UNO_QUERY);
        return Written{place, {}};
      }
      if (!session::is_joined(data) && wants_blank_before(Range(at, UNO_QUERY))) {
        at->setString(" ");
        at->collapseToEnd();
      }
      Json moved = data;
      session::set_joined(moved, false);
      Written written{write_formatted(Range(at, UNO_QUERY), one.texts), {}};
      written.name = attach(written.range, kind, false, moved, state);
      place = written.range;
      return of_mark(written, kind);
    };
    write_run(run, write, state);
  }
  state.tally.changed += taken.citations.size();
}

void FieldWriter::carry_out(const session::PutList& edit, EditState& state) {
  put_list(state.place, edit.storage, edit.data, edit.title, state);
}

void FieldWriter::carry_out(const Field& seen, const session::TitleList& edit, EditState&) {
  const auto there = find(seen);
  if (!there) return;
  require_open(there->place);
  edit.title.empty() ? remove_title_above(*there) : put_title_above(document(), *there, to_office(edit.title));
}

void FieldWriter::carry_out(const Field& seen, const session::RemoveList&, EditState& state) {
  const auto there = find(seen);
  if (!there) return;
  require_open(there->place);
  remove_list(*there);
  if (there->kind == FieldKind::bookmark) drop_data(*there, state);
}

void FieldWriter::carry_out(const session::TakeOver& edit, EditState& state) {
  const WordField& other = state.others[edit.other];
  if (!std::exchange(state.codes_kept, true)) keep_codes(document(), text(context_, state.title), state.others);
  OUString shown = other.place.range->getString();
  if (stands_protected(other)) throw session::Fault(texts::citation_error_protected, utf8(shown));
  const OUString lead = to_office(std::string_view(edit.lead));
  if (shown.startsWith(lead)) shown = shown.copy(lead.getLength());
  const bool inserted = insertions(state).cover(other.place.range);
  const Cursor place = erase_other(document(), other);
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
  MarkRun run(fields_, document(), insertions(state), Range(place, UNO_QUERY), inserted);
  const auto write = [&](const Range& free) {
    const Cursor written = free->getText()->createTextCursorByRange(free);
    if (!lead.isEmpty()) {
      written->setString(lead);
      written->collapseToEnd();
    }
    written->setString(shown.isEmpty() ? OUString("[?]") : shown);
    const OUString name = attach(Range(written, UNO_QUERY), edit.storage, false, edit.data, state);
    return of_mark({Range(written, UNO_QUERY), name}, edit.storage);
  };
  write_run(run, write, state);
  ++state.tally.changed;
}

void FieldWriter::carry_out(const session::WriteProperty& edit, EditState& state) {
  change_property(edit.stem, edit.value, state);
}

}  // namespace soat::writer
