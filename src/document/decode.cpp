#include "document/decode.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/error.h"
#include "text/utf.h"

namespace soat::document {
namespace {

[[noreturn]] void fail(const std::string& name, std::size_t byte, std::size_t line, const std::string& reason) {
  throw Error(name + ": byte " + std::to_string(byte) + " (line " + std::to_string(line) + "): " + reason);
}

std::size_t line_of(std::string_view bytes, std::size_t position) {
  return 1 + static_cast<std::size_t>(
                 std::count(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(position), '\n'));
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
    if (i + 1 == bytes.size()) fail(name, i, line, "the file ends inside a UTF-16 unit: it is cut off or not UTF-16");
    const char16_t unit = unit_at(i);
    if (unit == 0) fail(name, i, line, "a zero character: this is not a text file");
    if (unit == u'\n') ++line;
    decoded += unit;
    const bool paired = text::is_high_surrogate(unit) && i + 3 < bytes.size() && text::is_low_surrogate(unit_at(i + 2));
    if (paired) {
      i += 2;
      decoded += unit_at(i);
    } else if (text::is_high_surrogate(unit) || text::is_low_surrogate(unit)) {
      fail(name, i, line, "a lone surrogate: the UTF-16 text is damaged");
    }
  }
  return decoded;
}

}  // namespace

void require_utf8(std::string_view bytes, const std::string& name) {
  const std::size_t zero = std::min(bytes.find('\0'), bytes.size());
  if (const auto fault = text::find_invalid_utf8(bytes.substr(0, zero))) {
    fail(name, *fault, line_of(bytes, *fault),
         "not UTF-8: save it as UTF-8, or turn an old Vietnamese encoding into UTF-8 with soat convert");
  }
  if (zero < bytes.size()) fail(name, zero, line_of(bytes, zero), "a zero byte: this is not a text file");
}

std::u16string decode_text(std::string_view bytes, const std::string& name) {
  if (bytes.starts_with("\xFE\xFF")) return decode_utf16(bytes, name, true);
  if (bytes.starts_with("\xFF\xFE")) return decode_utf16(bytes, name, false);
  require_utf8(bytes, name);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  return text::to_utf16(bytes);
}

}  // namespace soat::document
