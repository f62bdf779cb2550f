#pragma once

#include <cstdint>

#include "text/analysis.h"

namespace soat::check {

// Whether the token (an index) may be a part of a foreign name written by its syllables with blanks round the dashes
// (Mát – xcơ – va): a word in small letters behind a capitalised one and a dash, with other such words and dashes
// between or without.
bool may_continue_spaced_name(const text::Analysis& analysis, std::uint32_t token);

}  // namespace soat::check
