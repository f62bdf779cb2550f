#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "text/legacy_encoding.h"

namespace soat::text {

// A font that shows text of an encoding from before Unicode.
struct LegacyFont {
  LegacyEncoding encoding = LegacyEncoding::tcvn3;
  std::string_view replacement;  // the common font that it was drawn after
  bool capitals = false;         // it shows small letters as capitals
};

// What is known of a font by the name of its family (UTF-8, any letter case, with or without quotation marks; of a list
// of names the first): nothing for all other fonts.
std::optional<LegacyFont> legacy_font(std::string_view family);

}  // namespace soat::text
