#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "citation/csl/csl_engine.h"

namespace soat::citation::test {

inline std::filesystem::path data_folder() {
  return std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/citation";
}

inline std::string read(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

inline EngineOptions options_for(const std::string& style) {
  EngineOptions options;
  options.style = check_style(read(data_folder() / "styles" / (style + ".csl")), style);
  options.locale_folders = {data_folder() / "locales"};
  return options;
}

}  // namespace soat::citation::test
