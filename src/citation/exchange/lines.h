#pragma once

#include <cstddef>
#include <string_view>

namespace soat::citation {

// Takes the next line off the front of a text, without its end, which may be LF, CR LF or CR.
inline std::string_view next_line(std::string_view& rest) {
  const std::size_t end = rest.find_first_of("\r\n");
  const std::string_view line = rest.substr(0, end);
  const bool both = end != std::string_view::npos && rest.substr(end).starts_with("\r\n");
  rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + (both ? 2 : 1));
  return line;
}

}  // namespace soat::citation
