#pragma once

#include <string>
#include <string_view>

namespace soat::lexicon {

// One UTF-16 unit in the other case (simple case mapping of Unicode, the same in every locale); units without one stay
// as they are.
char16_t to_lower(char16_t unit);
char16_t to_upper(char16_t unit);

// The text in lower case, letter by letter (simple case mapping of Unicode, the same in every locale).
std::u16string to_lower(std::u16string_view text);
void append_lower(std::u16string_view text, std::u16string& out);

// The text with its first letter (capitalise) or every letter (to_upper) in upper case, simple case mapping.
std::u16string capitalise(std::u16string_view text);
std::u16string to_upper(std::u16string_view text);

}  // namespace soat::lexicon
