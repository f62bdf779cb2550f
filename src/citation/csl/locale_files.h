#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace soat::citation {

// Where Debian's citation-style-language-locales puts the locales of all languages.
std::filesystem::path system_locale_folder();

// Finds CSL locales, files named locales-TAG.xml, in folders; the first folder that has one wins.
class LocaleFiles {
 public:
  explicit LocaleFiles(std::vector<std::filesystem::path> folders);

  // The XML of the locale `tag` ("vi-VN"; "vi" finds vi-VN too), without the XML declaration, which citeproc-js cannot
  // read. Nothing when no folder has it or the tag is no language tag. Throws soat::Error, which names the file, when
  // it is damaged, or missing among those that come with the program.
  std::optional<std::string> operator()(std::string_view tag) const;

 private:
  std::vector<std::filesystem::path> folders_;
};

}  // namespace soat::citation
