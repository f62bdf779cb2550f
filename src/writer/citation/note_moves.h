#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <vector>

#include "citation/session/edits.h"
#include "writer/citation/edit_state.h"
#include "writer/citation/field_editor.h"
#include "writer/citation/field_reader.h"
#include "writer/text/writer_text.h"

// Moves citations between the text and notes. Main thread, within an undo context of the caller; what they throw is
// said at FieldEditor.
namespace soat::writer {

// Puts a note at a place, which comes to stand behind its number then; gives the place in the note.
Range new_note(const css::uno::Reference<css::text::XTextDocument>& document, const Range& place, NoteKind kind);

// Puts a citation of the text, or of a note of the other kind, into a note of its own. Nothing where it is gone or
// deleted.
void move_to_note(FieldEditor& editor, const Field& seen, NoteKind to, EditState& state);

// A note that has been taken out: its citations, all that it held, go into the text or into notes of the other kind.
struct NoteTaken {
  struct Citation {
    Field field;
    std::vector<FormattedText> texts;
  };
  std::vector<Citation> citations;                     // none: the note says more and stays, or is gone
  bool inserted = false;                               // in a recorded insertion
  css::uno::Reference<css::text::XTextCursor> before;  // where it stood
};

// Takes the note out in which these citations are. All notes go before any text comes: undone, a note would else come
// back at the end of a citation before it, and its mark would grow over the note.
NoteTaken take_note_out(FieldEditor& editor, const std::vector<Field>& seen, EditState& state);

// Writes what such a note held where it stood: into the text (to: none) or into notes.
void put_note_text(FieldEditor& editor, const NoteTaken& taken, NoteKind to, EditState& state);

}  // namespace soat::writer
