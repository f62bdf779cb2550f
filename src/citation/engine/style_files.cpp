#include "citation/engine/style_files.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <system_error>

#include "text/error.h"

namespace soat::citation {

namespace {

constexpr std::size_t kLargestStyle = std::size_t{4} << 20;  // what check_style takes

std::string read_file(const std::filesystem::path& file) {
  std::error_code failed;
  const auto size = std::filesystem::file_size(file, failed);
  if (failed) throw Error(file.string() + ": cannot be read: " + failed.message());
  if (size > kLargestStyle) throw Error(file.string() + ": larger than 4 MB; no citation style is");
  std::ifstream in(file, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if (!in.good() && !in.eof()) throw Error(file.string() + ": cannot be read");
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

std::optional<StyleFile> try_open(const std::filesystem::path& file) {
  try {
    return StyleFile{StyleFiles::open(file).info, file};
  } catch (const Error&) {
    return std::nullopt;
  }
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
    auto style = try_open(folder / (name_of(id) + ".csl"));
    if (style && style->info.id == id) return style;
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

CheckedStyle StyleFiles::open(const std::filesystem::path& file) {
  return check_style(read_file(file), file.filename().string());
}

StyleFile StyleFiles::add(const std::filesystem::path& file, const std::filesystem::path& folder) {
  StyleFile added{open(file).info, {}};
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
  std::filesystem::copy_file(file, partial, std::filesystem::copy_options::overwrite_existing, failed);
  if (!failed) std::filesystem::rename(partial, added.path, failed);
  if (failed) throw Error(added.path.string() + ": cannot be written: " + failed.message());
  return added;
}

}  // namespace soat::citation
