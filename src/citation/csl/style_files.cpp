#include "citation/csl/style_files.h"

#include <algorithm>
#include <fstream>
#include <system_error>

#include "citation/csl/shipped_files.h"
#include "text/error.h"
#include "text/read_file.h"
#include "text/system_error.h"
#include "text/table_reader.h"
#include "texts/texts.h"

namespace soat::citation {

namespace {

constexpr std::size_t kLargestStyle = std::size_t{4} << 20;  // what check_style takes

std::string read_style(const std::filesystem::path& file) {
  std::error_code failed;
  if (!std::filesystem::exists(file, failed) && is_listed(file))
    text::data_fault(file, 0, texts::error_data_missing, false);
  std::string bytes = text::read_file(file, kLargestStyle);
  check_listed(file, bytes);
  return bytes;
}

// "http://www.zotero.org/styles/apa" gives "apa"; only what is safe in a file's name.
std::string name_of(std::string_view id) {
  while (!id.empty() && id.back() == '/') id.remove_suffix(1);
  if (const auto slash = id.rfind('/'); slash != std::string_view::npos) id.remove_prefix(slash + 1);
  std::string name;
  for (const char c : id.substr(0, 100)) {
    const bool plain =
        (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    name += plain ? c : '-';
  }
  return name.empty() ? "style" : name;
}

// A style with rules of its own.
std::optional<CheckedStyle> complete_style(const std::filesystem::path& file, const std::string& id) {
  std::error_code failed;
  if (!std::filesystem::exists(file, failed)) return std::nullopt;
  try {
    CheckedStyle style = check_style(read_style(file), file.string());
    style.files = {file};
    if (style.info.id == id) return style;
  } catch (const Error&) {  // not the one that is looked for
  }
  return std::nullopt;
}

std::vector<std::filesystem::path> styles_in(const std::filesystem::path& folder) {
  std::vector<std::filesystem::path> files;
  std::error_code absent;
  for (const auto& entry : std::filesystem::directory_iterator(folder, absent)) {
    if (entry.path().extension() == ".csl") files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::filesystem::path system_style_folder() {
  return "/usr/share/citation-style-language/styles";
}

StyleFiles::StyleFiles(std::vector<std::filesystem::path> folders) : folders_(std::move(folders)) {}

std::vector<StyleFile> StyleFiles::list() const {
  std::vector<StyleFile> found;
  for (const std::filesystem::path& folder : folders_) {
    for (const std::filesystem::path& file : styles_in(folder)) {
      auto style = try_open(file);
      if (!style) continue;
      const bool hidden = std::any_of(found.begin(), found.end(),
                                      [&](const StyleFile& other) { return other.info.id == style->info.id; });
      if (!hidden) found.push_back(std::move(*style));
    }
  }
  return found;
}

std::optional<StyleFile> StyleFiles::find(std::string_view id) const {
  for (const std::filesystem::path& folder : folders_) {
    for (const auto& file : {folder / (name_of(id) + ".csl"), folder / "dependent" / (name_of(id) + ".csl")}) {
      auto style = try_open(file);
      if (style && style->info.id == id) return style;
    }
  }
  for (const std::filesystem::path& folder : folders_) {
    if (folder == system_style_folder()) continue;  // many, and each named by its id
    for (const std::filesystem::path& file : styles_in(folder)) {
      auto style = try_open(file);
      if (style && style->info.id == id) return style;
    }
  }
  return std::nullopt;
}

std::optional<std::filesystem::path> StyleFiles::find_file(std::string_view name) const {
  const std::string file = std::string(name) + ".csl";
  for (const char* part : {".", "dependent"}) {
    for (const std::filesystem::path& folder : folders_) {
      std::error_code failed;
      if (auto path = (folder / part / file).lexically_normal(); std::filesystem::exists(path, failed)) return path;
    }
  }
  return std::nullopt;
}

std::optional<StyleFile> StyleFiles::try_open(const std::filesystem::path& file) const {
  try {
    return StyleFile{open(file).info, file};
  } catch (const Error&) {
    return std::nullopt;
  }
}

CheckedStyle StyleFiles::checked(const std::string& bytes, const std::filesystem::path& file) const {
  try {
    return check_style(bytes, file.string());
  } catch (const DependentStyle& dependent) {
    const StyleInfo& info = dependent.info();
    std::vector<std::filesystem::path> places = {file.parent_path(), file.parent_path() / ".."};
    places.insert(places.end(), folders_.begin(), folders_.end());
    for (const std::filesystem::path& place : places) {
      auto style = complete_style(place / (name_of(info.parent) + ".csl"), info.parent);
      if (!style) continue;
      style->info.id = info.id;
      style->info.title = info.title;
      style->info.parent = info.parent;
      if (!info.default_locale.empty()) style->info.default_locale = info.default_locale;
      return *style;
    }
    throw;
  }
}

CheckedStyle StyleFiles::open(const std::filesystem::path& file) const {
  CheckedStyle style = checked(read_style(file), file);
  style.files.insert(style.files.begin(), file);
  return style;
}

StyleFile StyleFiles::add(const std::filesystem::path& file, const std::filesystem::path& folder) const {
  const std::string bytes = read_style(file);  // once: what is checked is what is kept
  StyleFile added{checked(bytes, file).info, {}};
  std::error_code failed;
  std::filesystem::create_directories(folder, failed);
  added.path = folder / (name_of(added.info.id) + ".csl");
  // Another style may have an id that ends alike.
  for (int again = 2; std::filesystem::exists(added.path); ++again) {
    const auto there = try_open(added.path);
    if (!there || there->info.id == added.info.id) break;
    added.path = folder / (name_of(added.info.id) + "-" + std::to_string(again) + ".csl");
  }
  if (std::filesystem::equivalent(file, added.path, failed)) return added;
  const std::filesystem::path partial = added.path.string() + ".part";
  std::ofstream out(partial, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (!out) {
    std::filesystem::remove(partial, failed);
    throw Error(texts::error_file_unwritable, partial.string());
  }
  failed.clear();
  std::filesystem::rename(partial, added.path, failed);
  if (failed) throw Error(texts::error_file_unwritable_why, added.path.string(), text::system_error(failed));
  return added;
}

}  // namespace soat::citation
