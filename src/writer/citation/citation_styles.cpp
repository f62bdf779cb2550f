#include "writer/citation/citation_styles.h"

#include "citation/csl/locale_files.h"
#include "citation/csl/style_files.h"
#include "writer/border/folders.h"

namespace soat::writer {

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

}  // namespace soat::writer
