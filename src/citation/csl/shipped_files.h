#pragma once

#include <filesystem>
#include <string_view>

namespace soat::citation {

// The styles and locales that come with the program are listed with their checksums in checksums.txt, in the folder
// above theirs; what users add is not.

// Throws soat::Error, which names the list and the line, when the list in this folder cannot be read.
void check_list(const std::filesystem::path& folder);

// Whether a list in the folder above a file's has the file. A list that cannot be read has none.
bool is_listed(const std::filesystem::path& file);

// Throws soat::Error, which names the file, when such a list says that its bytes were others.
void check_listed(const std::filesystem::path& file, std::string_view bytes);

}  // namespace soat::citation
