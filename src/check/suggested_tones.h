#pragma once

#include <vector>

#include "check/finding.h"
#include "text/syllable.h"

namespace soat::check {

// Has what findings suggest for words, and say of it, place its tone marks in one style. What the office's list or the
// document itself writes so is left.
void place_tones(std::vector<Finding>& findings, text::ToneStyle style);

// The same for suggestions, best first: of two that read alike then the first stays.
void place_tones(std::vector<std::u16string>& suggestions, text::ToneStyle style);

}  // namespace soat::check
