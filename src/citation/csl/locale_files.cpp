#include "citation/csl/locale_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <utility>

namespace soat::citation {
namespace {

// Tags become file names, so nothing but a tag may pass.
bool is_tag(std::string_view tag) {
  return !tag.empty() && tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
  });
}

std::string without_declaration(std::string xml) {
  if (xml.starts_with("\xEF\xBB\xBF")) xml.erase(0, 3);
  if (xml.starts_with("<?xml")) {
    const auto end = xml.find("?>");
    if (end != std::string::npos) xml.erase(0, xml.find_first_not_of(" \t\r\n", end + 2));
  }
  return xml;
}

}  // namespace

std::filesystem::path system_locale_folder() {
  return "/usr/share/citation-style-language/locales";
}

LocaleFiles::LocaleFiles(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

std::optional<std::string> LocaleFiles::operator()(std::string_view tag) const {
  if (!is_tag(tag)) return std::nullopt;
  std::string name(tag);
  if (name == "vi") name = "vi-VN";
  for (const auto& folder : folders_) {
    std::ifstream in(folder / ("locales-" + name + ".xml"), std::ios::binary);
    if (in) return without_declaration({std::istreambuf_iterator<char>(in), {}});
  }
  return std::nullopt;
}

}  // namespace soat::citation
