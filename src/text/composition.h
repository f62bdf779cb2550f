#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace soat::text {

// Whether the composed text drops the unit: it is invisible and says nothing about the word it stands in (soft hyphen,
// zero-width space and joiners, word joiner, byte order mark, direction marks, combining grapheme joiner).
bool is_dropped(char16_t unit);

// Composes letters with Vietnamese marks (quality and tone in whatever order they come), other letters as NFC does with
// the first mark, and drops invisible characters. Marks that fit nowhere stay. When nothing changes, text equals
// original and offsets is empty; else offsets[i] is the original offset of text[i], ascending, with one entry past the
// end. Linear time.
void compose_marks(std::u16string_view original, std::u16string& text, std::vector<std::uint32_t>& offsets);

}  // namespace soat::text
