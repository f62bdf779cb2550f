#include "report/html_text.h"

#include "report/names.h"
#include "text/utf.h"

namespace soat::report {
namespace {

// The length of the control of direction that the text begins with; 0 when there is none.
std::size_t direction_control(std::string_view utf8) {
  const auto lead = static_cast<unsigned char>(utf8.front());
  const std::size_t size = lead == 0xD8 ? 2 : lead == 0xE2 ? 3 : 0;
  if (size == 0 || utf8.size() < size) return 0;
  const std::u16string units = text::to_utf16(utf8.substr(0, size));
  return units.size() == 1 && is_steering(units.front()) ? size : 0;
}

}  // namespace

void add_escaped(std::string_view utf8, std::string& out) {
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    const char c = utf8[i];
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '<':
        out += "&lt;";
        break;
      case '>':
        out += "&gt;";
        break;
      case '"':
        out += "&quot;";
        break;
      case '\'':
        out += "&#39;";
        break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 && c != '\t' && c != '\n') {
          out += "\uFFFD";
        } else if (const std::size_t size = direction_control(utf8.substr(i)); size > 0) {
          out += "\uFFFD";
          i += size - 1;
        } else if (utf8.substr(i).starts_with("\uFFFC")) {
          i += std::string_view("\uFFFC").size() - 1;
        } else {
          out += c;
        }
    }
  }
}

std::string escaped(std::string_view utf8) {
  std::string out;
  add_escaped(utf8, out);
  return out;
}

}  // namespace soat::report
