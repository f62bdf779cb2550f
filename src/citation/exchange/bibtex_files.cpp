#include "citation/exchange/bibtex_files.h"

#include <algorithm>
#include <cctype>
#include <cstddef>

#include "citation/exchange/custom_lists.h"

namespace soat::citation {

namespace {

// "C:\\…": the colon is none between parts.
bool is_drive(std::string_view part, std::string_view rest) {
  return part.size() == 1 && std::isalpha(static_cast<unsigned char>(part.front())) != 0 &&
         (rest.starts_with("/") || rest.starts_with("\\"));
}

// Parts between separators; backslashes in front of what parts and of themselves go.
std::vector<std::string> parts_of(std::string_view text, char separator) {
  std::vector<std::string> parts(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool escaped = text[i] == '\\' && i + 1 < text.size() &&
                         std::string_view("\\:;_&%#{}").find(text[i + 1]) != std::string_view::npos;
    if (escaped) {
      // Of the parts in a part the backslashes are still needed.
      if (separator == ';') parts.back() += text[i];
      parts.back() += text[++i];
    } else if (text[i] == separator && !(separator == ':' && is_drive(parts.back(), text.substr(i + 1)))) {
      parts.emplace_back();
    } else {
      parts.back() += text[i];
    }
  }
  return parts;
}

bool has_balanced_braces(std::string_view text) {
  int depth = 0;
  for (const char letter : text) {
    depth += letter == '{' ? 1 : letter == '}' ? -1 : 0;
    if (depth < 0) return false;
  }
  return depth == 0;
}

std::string escaped(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char letter = text[i];
    const bool drive = letter == ':' && is_drive(text.substr(0, i), text.substr(i + 1));
    if (letter == '\\' || letter == ';' || (letter == ':' && !drive)) out += '\\';
    out += letter;
  }
  return out;
}

}  // namespace

std::vector<std::string> files_in_bibtex(std::string_view field) {
  std::vector<std::string> found;
  for (const std::string& one : parts_of(field, ';')) {
    const std::vector<std::string> parts = parts_of(one, ':');
    add_once(found, parts.size() >= 3 ? parts[1] : parts.front());
  }
  return found;
}

std::string files_for_bibtex(const std::vector<std::string>& paths) {
  std::string field;
  for (const std::string& path : paths) {
    if (!has_balanced_braces(path)) continue;  // it would end the entry
    const std::size_t dot = path.rfind('.');
    std::string type = dot == std::string::npos || path.find('/', dot) != std::string::npos ? "" : path.substr(dot + 1);
    std::ranges::transform(type, type.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    field += (field.empty() ? ":" : ";:") + escaped(path) + ":" + escaped(type);
  }
  return field;
}

}  // namespace soat::citation
