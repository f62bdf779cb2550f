#include "platform/new_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>

namespace soat::platform {

std::FILE* create_file(const std::filesystem::path& path, bool is_secret) {
  const int descriptor = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, is_secret ? 0600 : 0666);
  if (descriptor < 0) return nullptr;
  std::FILE* const file = fdopen(descriptor, "wb");
  if (file != nullptr) return file;
  const int error = errno;
  close(descriptor);
  unlink(path.c_str());
  errno = error;
  return nullptr;
}

bool take_rights(std::FILE* file, const std::filesystem::path& of) {
  struct stat old = {};
  if (stat(of.c_str(), &old) != 0) return true;
  // Only root may give a file away; without the owner its rights would be for another, so they come last.
  [[maybe_unused]] const int ignored = fchown(fileno(file), old.st_uid, old.st_gid);
  return fchmod(fileno(file), old.st_mode & 07777) == 0;
}

bool write_through(std::FILE* file) {
  return std::fflush(file) == 0 && fsync(fileno(file)) == 0;
}

void remove_at_once(const char* name) noexcept {
  unlink(name);
}

struct EndingHeld::Before {
  sigset_t signals;
};

EndingHeld::EndingHeld() : before_(std::make_unique<Before>()) {
  sigset_t all;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before_->signals);
}

EndingHeld::~EndingHeld() {
  pthread_sigmask(SIG_SETMASK, &before_->signals, nullptr);
}

}  // namespace soat::platform
