#include "platform/locked_file.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace soat::platform {
namespace {

[[noreturn]] void fail(int error) {
  throw std::system_error(error, std::generic_category());
}

}  // namespace

struct LockedFile::State {
  int descriptor = -1;
  ~State() {
    if (descriptor >= 0) close(descriptor);
  }
};

LockedFile::LockedFile(const std::filesystem::path& path) : state_(std::make_unique<State>()) {
  state_->descriptor = open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
  if (state_->descriptor < 0) fail(errno);
  if (flock(state_->descriptor, LOCK_EX | LOCK_NB) != 0) fail(EAGAIN);
}

LockedFile::~LockedFile() = default;

std::uintmax_t LockedFile::size() const {
  struct stat about = {};
  if (fstat(state_->descriptor, &about) != 0) fail(errno);
  return static_cast<std::uintmax_t>(about.st_size);
}

void LockedFile::cut(std::uintmax_t size) {
  if (ftruncate(state_->descriptor, static_cast<off_t>(size)) != 0) fail(errno);
  if (lseek(state_->descriptor, 0, SEEK_END) < 0) fail(errno);
}

void LockedFile::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(state_->descriptor, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) fail(errno);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

}  // namespace soat::platform
