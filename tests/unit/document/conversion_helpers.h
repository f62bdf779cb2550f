#pragma once

#include <string>
#include <string_view>

#include "document/archive.h"

// What tests of font_conversion look at.
namespace soat::document {

inline std::string part_of(const std::string& bytes, const std::string& part) {
  std::string out;
  Archive(bytes, "test").read(part, 1 << 20, [&](std::string_view piece) { out += piece; });
  return out;
}

inline bool holds(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

}  // namespace soat::document
