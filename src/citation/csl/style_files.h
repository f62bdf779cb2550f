#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "citation/csl/style_check.h"

namespace soat::citation {

// Where Debian's citation-style-language-styles puts its styles; some 2,500 files.
std::filesystem::path system_style_folder();

struct StyleFile {
  StyleInfo info;
  std::filesystem::path path;
};

// Citation styles, files named *.csl, in folders, and below them in folders "dependent" those that refer to another
// style. A folder need not exist; a style in an earlier one hides one of the same id in a later one. Files that
// check_style refuses are passed over. What refers to another style is that style under its own id, title and language.
class StyleFiles {
 public:
  explicit StyleFiles(std::vector<std::filesystem::path> folders);

  // All of them, folder by folder, by file name, but for the folders "dependent", which may hold thousands. Reads every
  // file.
  std::vector<StyleFile> list() const;

  // The style with this id. Looks first where the id's last part says, then in every
  // file but the system's.
  std::optional<StyleFile> find(std::string_view id) const;

  // The file NAME.csl in the folders, those "dependent" last; nothing when none has it.
  std::optional<std::filesystem::path> find_file(std::string_view name) const;

  // A style as the engine needs it; another one that it refers to is looked for beside the file, in the folder above,
  // and in the folders. Throws soat::Error, which names the file, when it cannot be read or is no style.
  CheckedStyle open(const std::filesystem::path& file) const;

  // Checks a .csl file and copies it into a folder, which is made if need be, under a name made from its id; gives the
  // copy. A copy of the same style that is there already is replaced. Throws soat::Error, having changed nothing, when
  // the file is no style or cannot be copied.
  StyleFile add(const std::filesystem::path& file, const std::filesystem::path& folder) const;

 private:
  std::optional<StyleFile> try_open(const std::filesystem::path& file) const;
  CheckedStyle checked(const std::string& bytes, const std::filesystem::path& file) const;

  std::vector<std::filesystem::path> folders_;
};

}  // namespace soat::citation
