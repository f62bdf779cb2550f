#pragma once

#include <cstdint>
#include <string_view>

#include "writer/text/document.h"

namespace soat::writer {

// What keeps a place from being changed; each but none has its sentence "obstacle.…" for the user.
enum class Obstacle : std::uint8_t { none, read_only, protected_place, locked, shape, comment, field, deleted };

// What keeps [start, end) of a paragraph of a document from being changed, as things stand now.
Obstacle obstacle_at(const css::uno::Reference<css::frame::XModel>& document, const Range& range, Holder holder,
                     const ParagraphText& paragraph, std::uint32_t start, std::uint32_t end);

// The same of a paragraph of a document that is not read-only, as it was when it was read; the office is not asked.
Obstacle obstacle_in(Holder holder, bool is_protected, const ParagraphText& paragraph, std::uint32_t start,
                     std::uint32_t end);

// The name of the text that says so.
text::MessageId<0> text_of(Obstacle obstacle);

// Puts a suggestion in the place of a finding: one undo step with this title. Nothing but the letters that differ is
// replaced, so that formatting, notes, fields and bookmarks inside stay; while changes are recorded whole words are, so
// that the record can be read. Gives whether the paragraph (range, read as paragraph) reads otherwise now; if the text
// is not what was read, or holds what was deleted with changes recorded, nothing is done.
bool replace(const css::uno::Reference<css::frame::XModel>& document, const Range& range,
             const ParagraphText& paragraph, const check::Finding& finding, std::u16string_view suggestion,
             const OUString& title);

}  // namespace soat::writer
