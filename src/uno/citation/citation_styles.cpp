#include "uno/citation/citation_styles.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <optional>

#include "citation/engine/locale_files.h"
#include "text/error.h"
#include "uno/folders.h"

namespace soat::uno {

namespace {

namespace fs = std::filesystem;

// Where Debian and others put the styles of citation-style-language-styles; each under its usual name.
constexpr const char* system_styles = "/usr/share/citation-style-language/styles";
constexpr std::uintmax_t largest_style = std::uintmax_t{4} << 20;

std::optional<citation::CheckedStyle> try_style(const fs::path& file, const std::string& id) {
  std::error_code failed;
  const auto size = fs::file_size(file, failed);
  if (failed || size > largest_style) return std::nullopt;
  std::ifstream in(file, std::ios::binary);
  const std::string xml{std::istreambuf_iterator<char>(in), {}};
  try {
    citation::CheckedStyle style = citation::check_style(xml, file.filename().string());
    if (style.info.id == id) return style;
  } catch (const Error&) {  // no style, or a damaged one
    return std::nullopt;
  }
  return std::nullopt;
}

// "http://www.zotero.org/styles/apa" is kept in apa.csl. Empty when that is no plain name.
std::string usual_name(const std::string& id) {
  const std::string name = id.substr(id.find_last_of('/') + 1);
  const bool plain = !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
  });
  return plain ? name + ".csl" : std::string();
}

}  // namespace

std::vector<fs::path> style_folders(const Context& context) {
  std::vector<fs::path> folders;
  if (const fs::path user = user_folder(context); !user.empty()) folders.push_back(user / "styles");
  folders.push_back(extension_folder(context) / "dictionaries/vi/citation/styles");
  folders.emplace_back(system_styles);
  return folders;
}

std::vector<fs::path> locale_folders(const Context& context) {
  return {extension_folder(context) / "dictionaries/vi/citation/locales", citation::system_locale_folder()};
}

citation::CheckedStyle open_style(const std::vector<fs::path>& folders, const std::string& id) {
  const std::string name = usual_name(id);
  for (const fs::path& folder : folders) {
    if (name.empty()) break;
    if (auto style = try_style(folder / name, id)) return std::move(*style);
  }
  for (const fs::path& folder : folders) {
    if (folder == system_styles) continue;
    std::error_code absent;
    for (const auto& entry : fs::directory_iterator(folder, absent)) {
      if (entry.path().extension() != ".csl") continue;
      if (auto style = try_style(entry.path(), id)) return std::move(*style);
    }
  }
  throw Error(id + ": this citation style is not installed");
}

}  // namespace soat::uno
