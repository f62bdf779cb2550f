#pragma once

#include "text/syllable.h"

namespace soat::check {

// Whether a syllable is one of the family names of more than nine Vietnamese in ten.
bool is_family_name(text::Syllable syllable);

}  // namespace soat::check
