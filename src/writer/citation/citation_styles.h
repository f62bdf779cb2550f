#pragma once

#include <filesystem>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

// Folders that hold .csl files, in the order in which they are searched: the user's own styles, those that come with
// the extension, those that the system has installed for all programs.
std::vector<std::filesystem::path> style_folders(const Context& context);

// Folders with CSL locales.
std::vector<std::filesystem::path> locale_folders(const Context& context);

}  // namespace soat::writer
