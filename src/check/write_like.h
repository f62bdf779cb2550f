#pragma once

#include <string>
#include <string_view>

#include "text/token.h"

namespace soat::check {

// Writes a suggestion the way the word it replaces is written: in lower case, capitalised, or in capitals.
std::u16string write_like(std::u16string_view suggestion, text::LetterCase letter_case);

}  // namespace soat::check
