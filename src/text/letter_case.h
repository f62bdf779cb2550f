#pragma once

#include <string>
#include <string_view>

#include "text/token.h"

namespace soat::text {

// The case pattern of a word: none when it has no cased letter; one capital letter alone is capitalised, not upper.
LetterCase letter_case(std::u16string_view word);

// Simple case mapping, unit by unit (the length stays; ß and the like stay as they are).
char16_t to_lower(char16_t unit);
char16_t to_upper(char16_t unit);
std::u16string to_lower(std::u16string_view word);
// Whether a word is `lower` but for its capitals. No allocation.
bool equals_in_lower(std::u16string_view word, std::u16string_view lower);
std::u16string to_upper(std::u16string_view word);

// A lower-case word in the given pattern: đường, capitalised → Đường. none, lower and mixed give the word as it is.
std::u16string apply_case(std::u16string_view word, LetterCase pattern);

}  // namespace soat::text
