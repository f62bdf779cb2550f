#pragma once

#include <com/sun/star/text/XTextDocument.hpp>
#include <vector>

#include "citation/session/edits.h"
#include "writer/citation/field_reader.h"

// The paragraphs of a list of sources, one for each line, and how they look. Main thread; what changes them within an
// undo context of the caller.
namespace soat::writer {

inline constexpr const char* list_style = "Bibliography 1";  // of paragraphs; the office's own name for it

// The paragraphs of a range in order, without tables.
std::vector<Range> paragraphs_of_range(const Range& range);

// The name of the paragraph style where a range begins.
OUString style_of(const Range& paragraph);

// Whether a range looks like a list: its first paragraph has the style of one.
bool has_list_style(const Range& range);

// Gives a list's paragraphs the style of lists where they have it under its translated name, and that style what the
// other says.
void take_over_translated_style(const css::uno::Reference<css::text::XTextDocument>& document,
                                const std::vector<Range>& paragraphs);

// Gives a paragraph the look of an entry or of a heading among them.
void format_paragraph(const Range& paragraph, bool heading);

// The indents that the style asks for, in the paragraph style of lists; the user may change them afterwards.
void format_list(const css::uno::Reference<css::text::XTextDocument>& document,
                 const citation::session::ListFormat& format);

// Whether a paragraph holds nothing but text: no picture, comment, note or field.
bool holds_text_alone(const Range& paragraph);

// Takes the text out of a paragraph; comments, notes and pictures stay in it. The place in front of them.
Range take_text_out(const Range& paragraph);

}  // namespace soat::writer
