#pragma once

#include <string>
#include <string_view>

namespace soat::report {

// A file's name as JSON may hold it, so that it can be turned back into the bytes it was. A name that is UTF-8 and has
// no "\x" in it stands as it is. In any other each backslash is doubled and each byte that is no UTF-8 is written \xNN
// (two hexadecimal digits, lower case); so a name with "\x" in it is always one that is to be turned back.
std::string reversible_name(std::string_view bytes);

// A name or message as one line of a terminal may show it: control characters, line ends and the controls that change
// the direction of writing become "?", which moves neither the cursor nor the text after it, and bytes that are no
// UTF-8 are written \xNN.
std::string one_line(std::string_view bytes);

// Characters that steer a terminal or the direction of writing, instead of being seen: C0 and C1, line and paragraph
// separators, and the bidirectional controls of Unicode Standard Annex 9.
bool is_steering(char32_t code_point);

}  // namespace soat::report
