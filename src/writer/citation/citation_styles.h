#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "citation/csl/style_check.h"
#include "writer/border/configuration.h"

namespace soat::writer {

// The style of a document that names none.
inline constexpr const char* default_style = "https://soat.invalid/styles/bo-giao-duc-va-dao-tao";

// Folders that hold .csl files, in the order in which they are searched: the user's own styles, those that come with
// the extension, those that the system has installed for all programs.
std::vector<std::filesystem::path> style_folders(const Context& context);

// Folders with CSL locales.
std::vector<std::filesystem::path> locale_folders(const Context& context);

// The style with this id, checked. Throws citation::StyleMissing when no folder has it,
// soat::Error when it cannot be used. Reads files: some
// milliseconds, more where its file has an unusual name.
citation::CheckedStyle open_style(const std::vector<std::filesystem::path>& folders, const std::string& id);

}  // namespace soat::writer
