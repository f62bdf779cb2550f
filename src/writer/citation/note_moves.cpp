#include "writer/citation/note_moves.h"

#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiServiceFactory.hpp>
#include <com/sun/star/text/XFootnote.hpp>
#include <string>
#include <utility>

#include "citation/session/citation_data.h"
#include "citation/session/note_text.h"
#include "writer/border/strings.h"
#include "writer/border/undo.h"
#include "writer/citation/mark_run.h"

namespace soat::writer {

namespace session = citation::session;

namespace {

using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;
using Cursor = Reference<css::text::XTextCursor>;

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

Range new_note(const Reference<css::text::XTextDocument>& document, const Range& place, NoteKind kind) {
  const Reference<css::lang::XMultiServiceFactory> factory(document, UNO_QUERY_THROW);
  const Reference<css::text::XFootnote> note(
      factory->createInstance(kind == NoteKind::endnotes ? OUString("com.sun.star.text.Endnote")
                                                         : OUString("com.sun.star.text.Footnote")),
      UNO_QUERY_THROW);
  place->getText()->insertTextContent(place, Reference<css::text::XTextContent>(note, UNO_QUERY_THROW), false);
  return Range(Text(note, UNO_QUERY_THROW)->createTextCursor(), UNO_QUERY_THROW);
}

void move_to_note(FieldEditor& editor, const Field& seen, NoteKind to, EditState& state) {
  const auto there = editor.find(seen);
  if (!there || editor.is_deleted(*there, state)) return;
  require_open(there->place);
  Json data = there->code->data;
  MarkRun run = editor.run_of(*there, state);
  const auto texts = some_text(run.own_text());
  const auto write = [&](const Range& place) {
    session::set_joined(data, wants_blank_before(place));
    take_blank_before(place);
    const Cursor at = place->getText()->createTextCursorByRange(place);
    const Range inside = new_note(editor.document(), Range(at, UNO_QUERY), to);
    const Unrecorded unrecorded(editor.document());
    editor.attach(write_formatted(inside, texts), there->kind, false, data, state);
    return Written{Range(at, UNO_QUERY), {}};  // the cursor has been pushed behind the note's number
  };
  editor.write_run(run, write, state);
  if (there->kind == FieldKind::bookmark) editor.drop_data(*there, state);
  ++state.tally.changed;
}

NoteTaken take_note_out(FieldEditor& editor, const std::vector<Field>& seen, EditState& state) {
  NoteTaken taken;
  std::vector<Field> there;
  for (const Field& field : seen) {
    if (auto now = editor.find(field)) there.push_back(std::move(*now));
  }
  if (there.empty()) return taken;
  if (says_more(there)) {
    state.tally.left += there.size();
    return taken;
  }
  const Place note = there.front().place;
  require_open(note);
  for (Field& field : there) {
    auto texts = editor.run_of(field, state).own_text();
    taken.citations.push_back({std::move(field), std::move(texts)});
  }
  taken.inserted = editor.insertions(state).cover(note.in_body);
  taken.before = note.in_body->getText()->createTextCursorByRange(note.in_body->getStart());
  for (const auto& [field, texts] : taken.citations) {
    if (field.kind != FieldKind::bookmark) continue;
    field.content->dispose();
    editor.drop_data(field, state);
  }
  Reference<css::lang::XComponent>(note.note, UNO_QUERY_THROW)->dispose();
  return taken;
}

void put_note_text(FieldEditor& editor, const NoteTaken& taken, NoteKind to, EditState& state) {
  Range place(taken.before, UNO_QUERY);
  for (const auto& one : taken.citations) {
    const Json& data = one.field.code->data;
    const FieldKind kind = one.field.kind;
    MarkRun run = editor.run_at(place->getEnd(), taken.inserted, state);
    const auto write = [&](const Range& spot) {
      const Cursor at = spot->getText()->createTextCursorByRange(spot);
      if (to != NoteKind::none) {
        const Range inside = new_note(editor.document(), Range(at, UNO_QUERY), to);
        const Unrecorded unrecorded(editor.document());
        editor.attach(write_formatted(inside, one.texts), kind, false, data, state);
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
      written.name = editor.attach(written.range, kind, false, moved, state);
      place = written.range;
      return of_mark(written, kind);
    };
    editor.write_run(run, write, state);
  }
  state.tally.changed += taken.citations.size();
}

}  // namespace soat::writer
