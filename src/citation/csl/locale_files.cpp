#include "citation/csl/locale_files.h"

#include <algorithm>
#include <system_error>
#include <utility>

#include "citation/csl/shipped_files.h"
#include "text/read_file.h"
#include "text/table_reader.h"
#include "texts/texts.h"

namespace soat::citation {
namespace {

constexpr std::uintmax_t largest_locale = std::uintmax_t{4} << 20;

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
  const std::string file = "locales-" + name + ".xml";
  for (const auto& folder : folders_) {
    std::error_code failed;
    if (!std::filesystem::exists(folder / file, failed)) continue;
    std::string xml = text::read_file(folder / file, largest_locale);
    check_listed(folder / file, xml);
    return without_declaration(std::move(xml));
  }
  for (const auto& folder : folders_) {
    if (is_listed(folder / file)) text::data_fault(folder / file, 0, texts::error_data_missing, false);
  }
  return std::nullopt;
}

}  // namespace soat::citation
