#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "writer/border/configuration.h"

namespace soat::writer {

enum class FileChoice { open, save };

// Lets the user choose a file, with filters: a name and patterns ("*.bib;*.ris"). `start` is a suggested name when
// saving, a folder to begin in when opening; may be empty. Empty when the user chooses none. Waits for the user.
std::filesystem::path choose_file(const Context& context, FileChoice choice,
                                  const std::vector<std::pair<OUString, OUString>>& filters,
                                  const std::filesystem::path& start);

// A whole file. Throws soat::Error when it cannot be read or is larger than 64 MB.
std::string read_bytes(const std::filesystem::path& file);

// Writes a file so that, whatever fails, either the old one or the new one is whole (model::OutputFile). Throws
// soat::Error.
void write_bytes(const std::filesystem::path& file, std::string_view bytes);

}  // namespace soat::writer
