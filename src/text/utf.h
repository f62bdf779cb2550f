#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soat::text {

// Where a byte string stops being UTF-8 (RFC 3629: no overlong forms, no surrogates, nothing above U+10FFFF): the byte
// offset of the first byte of the offending sequence; nothing when all of it is UTF-8.
std::optional<std::size_t> find_invalid_utf8(std::string_view bytes);

// UTF-8 to UTF-16. Bytes that are not UTF-8 become one U+FFFD for each maximal subpart (Unicode 3.9, "substitution of
// maximal subparts"), as other programs show them.
std::u16string to_utf16(std::string_view bytes);
void append_utf16(std::string_view bytes, std::u16string& out);

// UTF-16 to UTF-8. A lone surrogate becomes U+FFFD.
std::string to_utf8(std::u16string_view text);
void append_utf8(std::u16string_view text, std::string& out);
void append_utf8(char32_t code_point, std::string& out);

constexpr bool is_high_surrogate(char16_t unit) {
  return (unit & 0xFC00) == 0xD800;
}
constexpr bool is_low_surrogate(char16_t unit) {
  return (unit & 0xFC00) == 0xDC00;
}

// The code point that starts at offset, which is moved past it (1 or 2 units). A lone surrogate is given as it is.
// Precondition: offset < text.size().
inline char32_t next_code_point(std::u16string_view text, std::size_t& offset) {
  const char16_t unit = text[offset++];
  if (is_high_surrogate(unit) && offset < text.size() && is_low_surrogate(text[offset])) {
    return 0x10000 + ((static_cast<char32_t>(unit) - 0xD800) << 10) + (static_cast<char32_t>(text[offset++]) - 0xDC00);
  }
  return unit;
}

// Translates offsets of one string between UTF-16 units and code points. A lone surrogate counts as one code point.
// Costs one pass over the text to make; nothing is stored, and translation is free, when there are no surrogate pairs.
class CodePointOffsets {
 public:
  explicit CodePointOffsets(std::u16string_view text);

  // Offset in UTF-16 units (0..size; inside a pair counts as its start) to code points.
  std::size_t to_code_points(std::size_t unit_offset) const;
  // Offset in code points to UTF-16 units; beyond the end gives the length of the text.
  std::size_t to_units(std::size_t code_point_offset) const;

 private:
  std::size_t size_ = 0;              // UTF-16 units
  std::vector<std::uint32_t> pairs_;  // unit offsets of the high halves, ascending
};

}  // namespace soat::text
