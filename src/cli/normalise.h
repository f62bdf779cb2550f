#pragma once

#include <string>
#include <string_view>

#include "text/syllable.h"

namespace soat::cli {

// The text in NFC, with the tone mark of every Vietnamese syllable where the style puts it. In a syllable letters of
// other alphabets that look like Latin ones become these, and invisible characters go; its letter case stays. What is
// no syllable stays but for NFC.
std::u16string normalise(std::u16string_view text, text::ToneStyle style);

}  // namespace soat::cli
