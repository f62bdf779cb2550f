#include "platform/new_file.h"

#include <fcntl.h>
#include <io.h>

#include <cerrno>
#include <cstdint>

#include "platform/windows/wide.h"

namespace soat::platform {

// Who may read it follows from its folder. It may be removed while it is open, for remove_at_once.
std::FILE* create_file(const std::filesystem::path& path, bool) {
  Handle made(CreateFileW(path.c_str(), GENERIC_WRITE | DELETE, FILE_SHARE_READ | FILE_SHARE_DELETE, nullptr,
                          CREATE_NEW, FILE_ATTRIBUTE_NORMAL, nullptr));
  if (!made) {
    errno = errno_of(last_error());
    return nullptr;
  }
  const int descriptor = _open_osfhandle(reinterpret_cast<std::intptr_t>(made.get()), _O_BINARY);
  if (descriptor < 0) return nullptr;
  made.release();  // the descriptor's
  std::FILE* const file = _fdopen(descriptor, "wb");
  if (file == nullptr) _close(descriptor);
  return file;
}

// A file that takes another's place has the rights of its folder.
bool take_rights(std::FILE*, const std::filesystem::path&) {
  return true;
}

bool write_through(std::FILE* file) {
  return std::fflush(file) == 0 && _commit(_fileno(file)) == 0;
}

void remove_at_once(const wchar_t* name) noexcept {
  DeleteFileW(name);
}

struct EndingHeld::Before {};

EndingHeld::EndingHeld() = default;
EndingHeld::~EndingHeld() = default;

}  // namespace soat::platform
