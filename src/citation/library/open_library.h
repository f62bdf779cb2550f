#pragma once

#include <filesystem>
#include <memory>
#include <optional>

#include "citation/library/library.h"

namespace soat::citation {

struct OpenedLibrary {
  std::unique_ptr<Library> library;             // null when it cannot be opened: another program's, locked, unreadable
  LibraryHealth health = LibraryHealth::sound;  // as the file was found
  std::optional<std::filesystem::path> kept;    // where a damaged file was put; a new, empty library takes its place
};

// Opens the user's library, or makes it and the folder that it stands in. A damaged file is never deleted: it is kept
// beside its place as NAME.damaged-YYYYMMDD-HHMMSS, with the journal that SQLite may have left. Throws soat::Error when
// the disk fails.
OpenedLibrary open_library(const std::filesystem::path& file);

}  // namespace soat::citation
