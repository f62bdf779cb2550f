#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "support/test_folder.h"
#include "text/table_reader.h"

namespace soat::test {

// Writes rows as a sealed table and gives its path; the first of them is line 3.
inline std::filesystem::path write_table(const TestFolder& folder, const std::string& file, std::string_view name,
                                         std::string_view rows) {
  return folder.write(file, text::sealed_table(name, 1, rows));
}

}  // namespace soat::test
