#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace soat::citation::session {

// What stands in a note besides the citations with these texts. UTF-16.
std::u16string words_beside(std::u16string_view note, const std::vector<std::u16string>& citations);

// Whether a text has any letter or digit.
bool says_something(std::u16string_view text);

// Whether a citation that comes to stand behind this character (one UTF-16 unit; 0 at the start of a paragraph) wants a
// blank before it.
bool wants_blank_behind(char16_t before);

}  // namespace soat::citation::session
