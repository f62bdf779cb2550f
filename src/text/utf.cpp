#include "text/utf.h"

#include <algorithm>
#include <cstring>

namespace soat::text {
namespace {

constexpr char32_t replacement = 0xFFFD;

// Decodes one sequence (table 3-7 of the Unicode Standard). Gives its length, or minus the length of the maximal
// subpart.
int decode_utf8(const unsigned char* bytes, std::size_t left, char32_t& code_point) {
  const unsigned lead = bytes[0];
  if (lead < 0x80) {
    code_point = lead;
    return 1;
  }
  if (lead < 0xC2 || lead > 0xF4) return -1;
  const int length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned low = 0x80;
  unsigned high = 0xBF;
  if (lead == 0xE0) low = 0xA0;
  if (lead == 0xED) high = 0x9F;
  if (lead == 0xF0) low = 0x90;
  if (lead == 0xF4) high = 0x8F;
  char32_t value = lead & (0x7Fu >> length);
  for (int i = 1; i < length; ++i) {
    if (static_cast<std::size_t>(i) >= left || bytes[i] < low || bytes[i] > high) return -i;
    value = value << 6 | (bytes[i] & 0x3Fu);
    low = 0x80;
    high = 0xBF;
  }
  code_point = value;
  return length;
}

// Length of the run of ASCII at the start, eight bytes at a time.
std::size_t ascii_run(const char* bytes, std::size_t size) {
  std::size_t i = 0;
  for (; i + 8 <= size; i += 8) {
    std::uint64_t block;
    std::memcpy(&block, bytes + i, 8);
    if (block & 0x8080808080808080u) break;
  }
  while (i < size && !(bytes[i] & 0x80)) ++i;
  return i;
}

}  // namespace

std::optional<std::size_t> find_invalid_utf8(std::string_view bytes) {
  std::size_t i = 0;
  while (true) {
    i += ascii_run(bytes.data() + i, bytes.size() - i);
    if (i == bytes.size()) return std::nullopt;
    char32_t ignored;
    const int length = decode_utf8(reinterpret_cast<const unsigned char*>(bytes.data()) + i, bytes.size() - i, ignored);
    if (length < 0) return i;
    i += static_cast<std::size_t>(length);
  }
}

void append_utf16(std::string_view bytes, std::u16string& out) {
  // No text has more units in UTF-16 than bytes in UTF-8.
  const std::size_t begin = out.size();
  out.resize(begin + bytes.size());
  char16_t* next = out.data() + begin;
  const auto* const data = reinterpret_cast<const unsigned char*>(bytes.data());
  for (std::size_t i = 0; i < bytes.size();) {
    if (data[i] < 0x80) {
      *next++ = data[i++];
      continue;
    }
    char32_t code_point = replacement;
    const int length = decode_utf8(data + i, bytes.size() - i, code_point);
    if (length < 0) code_point = replacement;
    if (code_point < 0x10000) {
      *next++ = static_cast<char16_t>(code_point);
    } else {
      *next++ = static_cast<char16_t>(0xD7C0 + (code_point >> 10));
      *next++ = static_cast<char16_t>(0xDC00 | (code_point & 0x3FF));
    }
    i += static_cast<std::size_t>(length < 0 ? -length : length);
  }
  out.resize(static_cast<std::size_t>(next - out.data()));
}

std::u16string to_utf16(std::string_view bytes) {
  std::u16string out;
  append_utf16(bytes, out);
  return out;
}

void append_utf8(char32_t code_point, std::string& out) {
  const auto put = [&out](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code_point < 0x80) {
    put(code_point);
  } else if (code_point < 0x800) {
    put(0xC0 | code_point >> 6);
    put(0x80 | (code_point & 0x3F));
  } else if (code_point < 0x10000) {
    if ((code_point & 0xF800) == 0xD800) code_point = replacement;
    put(0xE0 | code_point >> 12);
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  } else {
    put(0xF0 | code_point >> 18);
    put(0x80 | (code_point >> 12 & 0x3F));
    put(0x80 | (code_point >> 6 & 0x3F));
    put(0x80 | (code_point & 0x3F));
  }
}

void append_utf8(std::u16string_view text, std::string& out) {
  out.reserve(out.size() + text.size());
  for (std::size_t i = 0; i < text.size();) append_utf8(next_code_point(text, i), out);
}

std::string to_utf8(std::u16string_view text) {
  std::string out;
  append_utf8(text, out);
  return out;
}

CodePointOffsets::CodePointOffsets(std::u16string_view text) : size_(text.size()) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t start = i;
    if (next_code_point(text, i) >= 0x10000) pairs_.push_back(static_cast<std::uint32_t>(start));
  }
}

std::size_t CodePointOffsets::to_code_points(std::size_t unit_offset) const {
  unit_offset = std::min(unit_offset, size_);
  // A pair counts once it lies wholly before the offset; inside it the offset is that of its start.
  const auto before =
      static_cast<std::size_t>(std::lower_bound(pairs_.begin(), pairs_.end(), unit_offset) - pairs_.begin());
  return unit_offset - before;
}

std::size_t CodePointOffsets::to_units(std::size_t code_point_offset) const {
  // The number n of pairs whose start, counted in code points (unit offset less the pairs before it), lies before the
  // offset.
  std::size_t low = 0;
  std::size_t high = pairs_.size();
  while (low < high) {
    const std::size_t middle = (low + high) / 2;
    if (pairs_[middle] - middle < code_point_offset) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return std::min(code_point_offset + low, size_);
}

}  // namespace soat::text
