#include "platform/locked_file.h"

#include <algorithm>
#include <system_error>

#include "platform/windows/wide.h"

namespace soat::platform {
namespace {

[[noreturn]] void fail() {
  throw std::system_error(last_error());
}

}  // namespace

struct LockedFile::State {
  Handle file;
};

// Others may read it, but not open it for writing.
LockedFile::LockedFile(const std::filesystem::path& path)
    : state_(
          std::make_unique<State>(State{Handle(CreateFileW(path.c_str(), GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ,
                                                           nullptr, OPEN_ALWAYS, FILE_ATTRIBUTE_NORMAL, nullptr))})) {
  if (state_->file) return;
  if (GetLastError() == ERROR_SHARING_VIOLATION)
    throw std::system_error(std::make_error_code(std::errc::resource_unavailable_try_again));
  fail();
}

LockedFile::~LockedFile() = default;

std::uintmax_t LockedFile::size() const {
  LARGE_INTEGER size = {};
  if (!GetFileSizeEx(state_->file.get(), &size)) fail();
  return static_cast<std::uintmax_t>(size.QuadPart);
}

void LockedFile::cut(std::uintmax_t size) {
  LARGE_INTEGER at = {};
  at.QuadPart = static_cast<LONGLONG>(size);
  if (!SetFilePointerEx(state_->file.get(), at, nullptr, FILE_BEGIN) || !SetEndOfFile(state_->file.get())) fail();
}

void LockedFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    DWORD written = 0;
    const DWORD size = static_cast<DWORD>(std::min<std::size_t>(bytes.size(), std::size_t{1} << 30));
    if (!WriteFile(state_->file.get(), bytes.data(), size, &written, nullptr)) fail();
    bytes.remove_prefix(written);
  }
}

}  // namespace soat::platform
