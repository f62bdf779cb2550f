#include "platform/files.h"

#include <fcntl.h>
#include <io.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <random>
#include <string>

#include "platform/windows/wide.h"

namespace soat::platform {

namespace fs = std::filesystem;

const int error_of_quota = -1;

std::FILE* open_file(const fs::path& path, const char* mode) {
  std::string known = mode;
  if (std::erase(known, 'x') == 0) return _wfopen(path.c_str(), wide(known).c_str());
  // The C library knows no "x".
  const int access = known.find('+') == std::string::npos ? _O_WRONLY : _O_RDWR;
  const int descriptor =
      _wopen(path.c_str(), access | _O_CREAT | _O_EXCL | _O_BINARY | _O_NOINHERIT, _S_IREAD | _S_IWRITE);
  if (descriptor < 0) return nullptr;
  std::FILE* const file = _fdopen(descriptor, known.c_str());
  if (file == nullptr) _close(descriptor);
  return file;
}

std::optional<std::uintmax_t> size_of(std::FILE* file) {
  struct _stat64 about = {};
  if (_fstat64(_fileno(file), &about) != 0 || (about.st_mode & _S_IFMT) != _S_IFREG) return std::nullopt;
  return static_cast<std::uintmax_t>(about.st_size);
}

// Rights are lists here, of which only trying tells.
bool is_writable_folder(const fs::path& folder, std::error_code& failed) {
  failed.clear();
  const fs::path file = folder / (".soat-" + std::to_string(GetCurrentProcessId()));
  const Handle made(
      CreateFileW(file.c_str(), GENERIC_WRITE, 0, nullptr, CREATE_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE, nullptr));
  if (made) return true;
  failed = last_error();
  if (!fs::is_directory(folder)) failed = std::make_error_code(std::errc::no_such_file_or_directory);
  return false;
}

bool is_program(const fs::path& file) {
  std::error_code failed;
  return fs::is_regular_file(file, failed);
}

// A user's folder for temporary files is the user's alone, and what is made there takes its rights.
fs::path make_private_folder(std::error_code& failed) {
  const fs::path above = fs::temp_directory_path(failed);
  if (failed) return {};
  std::random_device random;
  constexpr int most_attempts = 100;  // names that others have taken
  for (int attempt = 0; attempt < most_attempts; ++attempt) {
    const fs::path folder = above / ("soat-" + std::to_string(random()));
    if (fs::create_directory(folder, failed)) return folder;
    if (failed) return {};
  }
  failed = std::make_error_code(std::errc::file_exists);
  return {};
}

}  // namespace soat::platform
