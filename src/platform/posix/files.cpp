#include "platform/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <string>

namespace soat::platform {

namespace fs = std::filesystem;

const int error_of_quota = EDQUOT;

std::FILE* open_file(const fs::path& path, const char* mode) {
  return std::fopen(path.c_str(), mode);
}

std::optional<std::uintmax_t> size_of(std::FILE* file) {
  struct stat about = {};
  if (fstat(fileno(file), &about) != 0 || !S_ISREG(about.st_mode)) return std::nullopt;
  return static_cast<std::uintmax_t>(about.st_size);
}

bool is_writable_folder(const fs::path& folder, std::error_code& failed) {
  failed.clear();
  if (access(folder.c_str(), W_OK) != 0) failed = std::error_code(errno, std::generic_category());
  return !failed;
}

bool is_program(const fs::path& file) {
  std::error_code failed;
  return fs::is_regular_file(file, failed) && access(file.c_str(), X_OK) == 0;
}

fs::path make_private_folder(std::error_code& failed) {
  std::string pattern = (fs::temp_directory_path(failed) / "soat-XXXXXX").string();
  if (failed) pattern = "/tmp/soat-XXXXXX";
  failed.clear();
  if (mkdtemp(pattern.data()) != nullptr) return pattern;
  failed = std::error_code(errno, std::generic_category());
  return {};
}

}  // namespace soat::platform
