#pragma once

#include <cstddef>
#include <filesystem>
#include <iterator>

#include "support/test_folder.h"

namespace soat::training {

// How many files and folders a folder has.
inline std::size_t files_in(const test::TestFolder& folder) {
  return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(folder.path()), {}));
}

}  // namespace soat::training
