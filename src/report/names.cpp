#include "report/names.h"

#include <algorithm>
#include <optional>

#include "text/ascii.h"
#include "text/utf.h"

namespace soat::report {
namespace {

void add_byte(char byte, std::string& out) {
  const auto value = static_cast<unsigned char>(byte);
  out += "\\x";
  out += text::hex_digit(value >> 4);
  out += text::hex_digit(value);
}

// Calls add_text for each longest piece that is UTF-8 and add_byte for each byte between two of them.
template <typename AddText>
void take_apart(std::string_view bytes, std::string& out, AddText add_text) {
  // Each look for a fault is limited, so that many of them do not cost the square of the length.
  constexpr std::size_t window = 256;
  while (!bytes.empty()) {
    std::size_t size = std::min(bytes.size(), window);
    // A window ends between two characters.
    for (int back = 0; back < 3 && size < bytes.size() && (static_cast<unsigned char>(bytes[size]) & 0xC0) == 0x80;
         ++back)
      --size;
    const std::string_view piece = bytes.substr(0, size);
    const std::optional<std::size_t> fault = text::find_invalid_utf8(piece);
    add_text(piece.substr(0, fault.value_or(size)));
    if (fault) add_byte(bytes[*fault], out);
    bytes.remove_prefix(fault ? *fault + 1 : size);
  }
}

}  // namespace

bool is_steering(char32_t c) {
  return c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0x061C || c == 0x200E || c == 0x200F ||
         (c >= 0x2028 && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

std::string reversible_name(std::string_view bytes) {
  if (!text::find_invalid_utf8(bytes) && bytes.find("\\x") == std::string_view::npos) return std::string(bytes);
  std::string out;
  take_apart(bytes, out, [&](std::string_view piece) {
    for (const char c : piece) out.append(c == '\\' ? 2 : 1, c);
  });
  return out;
}

std::string one_line(std::string_view bytes) {
  std::string out;
  take_apart(bytes, out, [&](std::string_view piece) {
    const std::u16string units = text::to_utf16(piece);
    for (std::size_t i = 0; i < units.size();) {
      const char32_t c = text::next_code_point(units, i);
      text::append_utf8(is_steering(c) ? U'?' : c, out);
    }
  });
  return out;
}

}  // namespace soat::report
