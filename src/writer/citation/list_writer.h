#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <vector>

#include "citation/session/edits.h"
#include "writer/border/configuration.h"
#include "writer/citation/edit_state.h"
#include "writer/citation/field_reader.h"

// The list of sources in a document: where it is put, how it is written and taken away. Main thread, within an undo
// context of the caller.
namespace soat::writer {

// Gives a list of that kind a paragraph of its own at a place, which then spans nothing.
void make_room_for_list(const css::uno::Reference<css::text::XTextCursor>& place, FieldKind kind);

// Has a paragraph stand behind a list that is a section, where it is the last of its text: words typed behind it would
// become part of it.
void put_paragraph_behind_list(const css::uno::Reference<css::text::XTextDocument>& document, const OUString& section);

// Takes a list away with its lines and the title that was put above it. What holds more than a line stays as text.
void remove_list(const Field& list);

// Adds steps that write a list. What it holds is found out in the first of them, for the document may have changed by
// then; `fields` must outlive them. `others`: the other lists of the document.
void add_list_steps(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
                    FieldReader& fields, const Field& list, std::vector<Field> others,
                    citation::session::WriteList edit, EditState& state);

}  // namespace soat::writer
