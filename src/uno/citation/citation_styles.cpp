#include "uno/citation/citation_styles.h"

#include "citation/engine/errors.h"
#include "citation/engine/locale_files.h"
#include "citation/engine/style_files.h"
#include "uno/folders.h"

namespace soat::uno {

namespace fs = std::filesystem;

std::vector<fs::path> style_folders(const Context& context) {
  std::vector<fs::path> folders;
  if (const fs::path user = user_folder(context); !user.empty()) folders.push_back(user / "styles");
  folders.push_back(extension_folder(context) / "dictionaries/vi/citation/styles");
  folders.push_back(citation::system_style_folder());
  return folders;
}

std::vector<fs::path> locale_folders(const Context& context) {
  return {extension_folder(context) / "dictionaries/vi/citation/locales", citation::system_locale_folder()};
}

citation::CheckedStyle open_style(const std::vector<fs::path>& folders, const std::string& id) {
  if (const auto style = citation::StyleFiles(folders).find(id)) return citation::StyleFiles::open(style->path);
  throw citation::StyleMissing(id);
}

}  // namespace soat::uno
