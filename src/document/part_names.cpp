#include "document/part_names.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace soat::document {
namespace {

std::optional<unsigned> hexadecimal(char c) {
  if (c >= '0' && c <= '9') return static_cast<unsigned>(c - '0');
  if (c >= 'a' && c <= 'f') return static_cast<unsigned>(c - 'a' + 10);
  if (c >= 'A' && c <= 'F') return static_cast<unsigned>(c - 'A' + 10);
  return std::nullopt;
}

std::string without_escapes(std::string_view reference) {
  std::string out;
  for (std::size_t i = 0; i < reference.size(); ++i) {
    const auto high = reference[i] == '%' && i + 2 < reference.size() ? hexadecimal(reference[i + 1]) : std::nullopt;
    const auto low = high ? hexadecimal(reference[i + 2]) : std::nullopt;
    out += low ? static_cast<char>(*high << 4 | *low) : reference[i];
    if (low) i += 2;
  }
  return out;
}

}  // namespace

std::string_view folder_of(std::string_view part) {
  return part.substr(0, part.rfind('/') + 1);
}

std::string resolve_reference(std::string_view folder, std::string_view reference) {
  const std::string path =
      (reference.starts_with('/') ? std::string() : std::string(folder)) + without_escapes(reference);
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at <= path.size();) {
    const std::size_t end = std::min(path.find('/', at), path.size());
    const std::string_view piece = std::string_view(path).substr(at, end - at);
    if (piece == "..") {
      if (!pieces.empty()) pieces.pop_back();
    } else if (!piece.empty() && piece != ".") {
      pieces.push_back(piece);
    }
    at = end + 1;
  }
  std::string part;
  for (const std::string_view piece : pieces) part.append(part.empty() ? "" : "/").append(piece);
  return part;
}

}  // namespace soat::document
