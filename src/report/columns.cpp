#include "report/columns.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "report/names.h"
#include "text/utf.h"

namespace soat::report {
namespace {

// Adds what stands from..to as a terminal may show it; gives its columns.
std::size_t add_shown(std::u16string_view text, std::string& out) {
  std::size_t width = 0;
  for (std::size_t i = 0; i < text.size();) {
    char32_t c = text::next_code_point(text, i);
    // Controls of direction must be seen: they are what a finding may be about, and what hides it.
    if (is_steering(c)) c = columns(c) == 0 ? U'?' : U' ';
    width += columns(c);
    text::append_utf8(c, out);
  }
  return width;
}

// Goes at most `count` columns back from start, to the beginning of a character with its marks.
std::size_t back(std::u16string_view line, std::size_t start, std::size_t count) {
  std::size_t at = start;
  // A character has width only with its base letter: marks in front of it are passed without counting, but not without
  // end.
  for (std::size_t width = 0, steps = 0; at > 0 && steps < 4 * count; ++steps) {
    std::size_t before = at - 1;
    if (before > 0 && text::is_low_surrogate(line[before]) && text::is_high_surrogate(line[before - 1])) --before;
    std::size_t next = before;
    width += columns(text::next_code_point(line, next));
    if (width > count) break;
    at = before;
  }
  return at;
}

std::size_t forward(std::u16string_view line, std::size_t start, std::size_t count) {
  std::size_t at = start;
  for (std::size_t width = 0, steps = 0; at < line.size() && steps < 4 * count; ++steps) {
    std::size_t next = at;
    width += columns(text::next_code_point(line, next));
    if (width > count) break;
    at = next;
  }
  return at;
}

}  // namespace

std::size_t columns(char32_t code_point) {
  if (code_point >= 0x20 && code_point < 0x300) return code_point == 0xAD ? 0 : 1;
  const auto c = static_cast<UChar32>(code_point);
  const int category = u_charType(c);
  if (category == U_NON_SPACING_MARK || category == U_ENCLOSING_MARK || category == U_FORMAT_CHAR) return 0;
  const int width = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

Excerpt excerpt(std::u16string_view line, std::size_t start, std::size_t end, std::size_t margin) {
  Excerpt result;
  const std::size_t first = back(line, start, margin);
  const std::size_t range_end = std::min(end, forward(line, start, 4 * margin));
  const std::size_t last = range_end < end ? range_end : forward(line, end, margin);
  if (first > 0) {
    result.text += "…";
    result.indent = 1;
  }
  result.indent += add_shown(line.substr(first, start - first), result.text);
  result.width = std::max<std::size_t>(1, add_shown(line.substr(start, range_end - start), result.text));
  add_shown(line.substr(range_end, last - range_end), result.text);
  if (last < line.size()) result.text += "…";
  return result;
}

}  // namespace soat::report
