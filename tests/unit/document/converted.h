#pragma once

#include <string>
#include <string_view>

#include "archive_builder.h"
#include "document/archive.h"
#include "document/reader.h"
#include "text/utf.h"

// Documents with fonts of old encodings, for tests.
namespace soat::document {

inline std::string part_of(const std::string& bytes, const std::string& part) {
  std::string out;
  Archive(bytes, "test").read(part, 1 << 20, [&](std::string_view piece) { out += piece; });
  return out;
}

inline bool holds(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

inline constexpr std::string_view odt_styles =
    "<style:font-face style:name=\"F1\" svg:font-family=\"'.VnTime'\" style:font-charset=\"x-symbol\"/>"
    "<style:font-face style:name=\"F2\" svg:font-family=\"'VNI-Times'\"/>"
    "<style:font-face style:name=\"Arial\" svg:font-family=\"Arial\"/>"
    "<style:font-face style:name=\"F3\" svg:font-family=\"'.VnArialH'\"/>"
    "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties style:font-name=\"F1\" "
    "fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"P1\"/>"
    "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties style:font-name=\"F2\"/></style:style>"
    "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties "
    "fo:font-style=\"italic\"/></style:style>"
    "<style:style style:name=\"T3\" style:family=\"text\"><style:text-properties "
    "style:font-name=\"Arial\"/></style:style>"
    "<style:style style:name=\"T4\" style:family=\"text\"><style:text-properties "
    "style:font-name=\"F3\"/></style:style>";

}  // namespace soat::document
