#include "citation/library/open_library.h"

#include <ctime>
#include <string>
#include <system_error>

#include "text/error.h"
#include "text/system_error.h"
#include "texts/texts.h"

namespace soat::citation {

namespace {

std::string time_stamp() {
  const std::time_t now = std::time(nullptr);
  char stamp[32] = {};
  if (const std::tm* parts = std::gmtime(&now)) std::strftime(stamp, sizeof stamp, "%Y%m%d-%H%M%S", parts);
  return stamp;
}

std::filesystem::path put_aside(const std::filesystem::path& file) {
  std::filesystem::path kept = file;
  kept += ".damaged-" + time_stamp();
  for (int again = 2; std::filesystem::exists(kept); ++again) {
    kept = file;
    kept += ".damaged-" + time_stamp() + "-" + std::to_string(again);
  }
  std::error_code failed;
  std::filesystem::rename(file, kept, failed);
  if (failed) throw Error(texts::error_library_not_put_aside, file.string(), text::system_error(failed));
  // A journal belongs to the file beside which it stands; left there it would be played into the new library.
  for (const char* ending : {"-journal", "-wal", "-shm"}) {
    std::filesystem::path journal = file;
    journal += ending;
    std::filesystem::path beside = kept;
    beside += ending;
    std::error_code absent;
    std::filesystem::rename(journal, beside, absent);
  }
  return kept;
}

}  // namespace

OpenedLibrary open_library(const std::filesystem::path& file) {
  std::error_code failed;
  std::filesystem::create_directories(file.parent_path(), failed);
  OpenedLibrary opened;
  opened.health = health_of(file);
  switch (opened.health) {
    case LibraryHealth::damaged:
      opened.kept = put_aside(file);
      [[fallthrough]];
    case LibraryHealth::sound:
    case LibraryHealth::absent:
      opened.library = std::make_unique<Library>(file);
      break;
    case LibraryHealth::other:
    case LibraryHealth::locked:
    case LibraryHealth::unreadable:
      break;
  }
  return opened;
}

}  // namespace soat::citation
