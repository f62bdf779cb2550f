#pragma once

#include <string_view>

#include "text/syllable.h"

namespace soat::text {

// The style in which most syllables of a text have their tone mark that the two styles place differently; the old one
// when there is no telling. paragraphs: UTF-16, separated by line feeds; the first 200,000 units are looked at.
ToneStyle usual_tone_style(std::u16string_view paragraphs);

}  // namespace soat::text
