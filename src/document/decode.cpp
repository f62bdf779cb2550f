#include "document/decode.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/error.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::document {
namespace {

[[noreturn]] void fail(const std::string& name, std::size_t byte, std::size_t line, const text::Message& reason) {
  throw Error(texts::error_file_byte, name, byte, line, reason);
}

std::size_t line_of(std::string_view bytes, std::size_t position) {
  return 1 + static_cast<std::size_t>(
                 std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
}

constexpr auto no_mark = texts::error_text_no_mark;

// Whether the beginning of the bytes reads as UTF-16 in one of its two orders: nearly all units are letters of
// Vietnamese, blanks or punctuation, and some have a zero byte, which plain text of one byte a letter never has.
bool looks_like_utf16(std::string_view bytes) {
  bytes = bytes.substr(0, std::min<std::size_t>(bytes.size(), 1024));
  const std::size_t units = bytes.size() / 2;
  if (units < 2 || bytes.find('\0') == std::string_view::npos) return false;
  const auto is_usual = [](unsigned unit) {
    return unit == '\t' || unit == '\n' || unit == '\r' || (unit >= 0x20 && unit < 0x7F) ||
           (unit >= 0xA0 && unit < 0x370) || (unit >= 0x1EA0 && unit < 0x1EFA) || (unit >= 0x2010 && unit < 0x2040);
  };
  for (const bool big_endian : {false, true}) {
    std::size_t usual = 0;
    for (std::size_t i = 0; i < units; ++i) {
      const unsigned first = static_cast<std::uint8_t>(bytes[2 * i]);
      const unsigned second = static_cast<std::uint8_t>(bytes[2 * i + 1]);
      usual += is_usual(big_endian ? first << 8 | second : second << 8 | first) ? 1U : 0U;
    }
    if (usual * 10 >= units * 9) return true;
  }
  return false;
}

std::u16string decode_utf16(std::string_view bytes, const std::string& name, bool big_endian) {
  const auto unit_at = [&](std::size_t i) {
    const auto first = static_cast<std::uint8_t>(bytes[i]);
    const auto second = static_cast<std::uint8_t>(bytes[i + 1]);
    return static_cast<char16_t>(big_endian ? first << 8 | second : second << 8 | first);
  };
  std::u16string decoded;
  decoded.reserve(bytes.size() / 2);
  std::size_t line = 1;
  for (std::size_t i = 2; i < bytes.size(); i += 2) {
    if (i + 1 == bytes.size()) fail(name, i, line, texts::error_text_utf16_cut);
    const char16_t unit = unit_at(i);
    if (unit == 0) fail(name, i, line, texts::error_text_zero_character);
    if (unit == u'\n') ++line;
    decoded += unit;
    const bool paired = text::is_high_surrogate(unit) && i + 3 < bytes.size() && text::is_low_surrogate(unit_at(i + 2));
    if (paired) {
      i += 2;
      decoded += unit_at(i);
    } else if (text::is_high_surrogate(unit) || text::is_low_surrogate(unit)) {
      fail(name, i, line, texts::error_text_lone_surrogate);
    }
  }
  return decoded;
}

}  // namespace

[[noreturn]] void fail_at(std::string_view bytes, std::size_t byte, const std::string& name,
                          const text::Message& reason) {
  fail(name, byte, line_of(bytes, byte), reason);
}

void refuse_zero_bytes(std::string_view bytes, const std::string& name) {
  const std::size_t zero = bytes.find('\0');
  if (zero == std::string_view::npos) return;
  fail_at(bytes, zero, name, looks_like_utf16(bytes) ? no_mark : texts::error_text_zero_byte);
}

void require_utf8(std::string_view bytes, const std::string& name) {
  const std::string_view start = bytes.substr(0, bytes.find('\0'));
  if (const auto fault = text::find_invalid_utf8(start)) {
    fail_at(bytes, *fault, name, looks_like_utf16(bytes) ? no_mark : texts::error_text_not_utf8);
  }
  refuse_zero_bytes(bytes, name);
}

void require_utf8_start(std::string_view bytes, const std::string& name) {
  // A character has at most four bytes: one that is cut off begins in the last three.
  for (std::size_t cut = 1; cut <= std::min<std::size_t>(3, bytes.size()); ++cut) {
    const auto byte = static_cast<std::uint8_t>(bytes[bytes.size() - cut]);
    if ((byte & 0xC0) == 0x80) continue;
    if (byte >= 0xC0) bytes.remove_suffix(cut);
    break;
  }
  require_utf8(bytes, name);
}

std::u16string decode_text(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes, name, true);
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes, name, false);
  require_utf8(bytes, name);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return text::to_utf16(bytes);
}

}  // namespace soat::document
