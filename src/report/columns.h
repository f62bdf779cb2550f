#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace soat::report {

// Columns that a terminal gives a character: none for combining marks and other characters without width, two for East
// Asian wide ones (Unicode Standard Annex 11), else one.
std::size_t columns(char32_t code_point);

// Part of a line with a range in it, fit for a terminal: at most about `margin` columns before and after the range, "…"
// where text was left out, control characters as spaces.
struct Excerpt {
  std::string text;        // UTF-8
  std::size_t indent = 0;  // columns before the range
  std::size_t width = 1;   // columns of the range, at least one
};

// start, end: UTF-16 offsets in line. A range wider than four margins is cut short.
Excerpt excerpt(std::u16string_view line, std::size_t start, std::size_t end, std::size_t margin);

}  // namespace soat::report
