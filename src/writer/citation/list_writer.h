#pragma once

#include <com/sun/star/text/XTextCursor.hpp>
#include <com/sun/star/text/XTextDocument.hpp>
#include <vector>

#include "citation/session/edits.h"
#include "writer/border/configuration.h"
#include "writer/citation/field_reader.h"
#include "writer/citation/field_writer.h"

// The list of sources in a document: where it is put, how its paragraphs are written. Main thread, within an undo
// context of the caller.
namespace soat::writer {

// Gives a list of that kind a paragraph of its own at a place, which then spans nothing.
void make_room_for_list(const css::uno::Reference<css::text::XTextCursor>& place, FieldKind kind);

// Has a paragraph stand behind a list that is a section, where it is the last of its text: words typed behind it would
// become part of it.
void put_paragraph_behind_list(const css::uno::Reference<css::text::XTextDocument>& document, const OUString& section);

// Takes a list away with its lines and the title that was put above it. What holds more than a line stays as text.
void remove_list(const Field& list);

// Whether a range looks like a list: its first paragraph has the style of one.
bool has_list_style(const Range& range);

// The indents that the style asks for, in the paragraph style of lists; the user may change them afterwards.
void format_list(const css::uno::Reference<css::text::XTextDocument>& document,
                 const citation::session::ListFormat& format);

// Adds steps that write a list. What it holds is found out in the first of them, for the document may have changed by
// then; `fields` must outlive them. `others`: the other lists of the document.
void add_list_steps(const Context& context, const css::uno::Reference<css::text::XTextDocument>& document,
                    FieldReader& fields, const Field& list, std::vector<Field> others,
                    citation::session::WriteList edit, EditState& state);

}  // namespace soat::writer
