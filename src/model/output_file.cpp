#include "model/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <utility>

#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"

namespace soat::model {
namespace {

namespace fs = std::filesystem;

// Names of files that are half written, where a signal's handler can read them: it may neither allocate nor lock.
struct Slot {
  std::atomic<bool> is_taken = false;
  std::atomic<bool> is_named = false;
  std::array<char, 4096> name = {};
};
static_assert(std::atomic<bool>::is_always_lock_free);
std::array<Slot, 16> slots;

// Gives the slot, or -1 when all are taken or the name is too long for the system anyway.
int enter(const std::string& name) {
  for (std::size_t i = 0; i < slots.size() && name.size() < slots[i].name.size(); ++i) {
    if (slots[i].is_taken.exchange(true)) continue;
    std::memcpy(slots[i].name.data(), name.c_str(), name.size() + 1);
    slots[i].is_named = true;
    return static_cast<int>(i);
  }
  return -1;
}

void leave(int slot) {
  if (slot < 0) return;
  Slot& left = slots[static_cast<std::size_t>(slot)];
  left.is_named = false;
  left.is_taken = false;
}

// Holds signals back in this thread, so that none comes between a file and the note of it.
class SignalsHeld {
 public:
  SignalsHeld() {
    sigset_t all;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before_);
  }
  ~SignalsHeld() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }
  SignalsHeld(const SignalsHeld&) = delete;
  SignalsHeld& operator=(const SignalsHeld&) = delete;

 private:
  sigset_t before_;
};

// What a path leads to in the end, which need not be there; nothing when its links go in a ring.
std::optional<fs::path> without_links(fs::path path) {
  constexpr int most_links = 40;
  for (int i = 0; i < most_links; ++i) {
    std::error_code failed;
    if (!fs::is_symlink(fs::symlink_status(path, failed))) return path;
    const fs::path next = fs::read_symlink(path, failed);
    if (failed) return path;
    path = path.parent_path() / next;  // an absolute one replaces the whole
  }
  return std::nullopt;
}

}  // namespace

OutputFile::OutputFile(fs::path path) : path_(std::move(path)) {
  std::error_code failed;
  const fs::file_status status = fs::status(path_, failed);
  if (fs::is_directory(status)) fail(EISDIR);
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    file_.reset(std::fopen(path_.c_str(), "wb"));
    if (!file_) fail(errno);
    return;
  }
  const auto target = without_links(path_);
  if (!target) fail(ELOOP);
  target_ = *target;
  create();
}

void OutputFile::create() {
  // What is to replace a file that others may not read must not be readable by them meanwhile either.
  std::error_code failed;
  const mode_t mode = fs::exists(target_, failed) ? 0600 : 0666;
  constexpr int most_attempts = 100;  // names that others have taken
  std::random_device random;
  const SignalsHeld held;
  int descriptor = -1;
  for (int attempt = 0; descriptor < 0 && attempt < most_attempts; ++attempt) {
    temporary_ = target_;
    temporary_ += '.' + std::to_string(random()) + ".tmp";
    descriptor = open(temporary_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode);
    if (descriptor < 0 && errno != EEXIST) break;
  }
  if (descriptor < 0) {
    temporary_.clear();
    fail(errno);
  }
  slot_ = enter(temporary_.string());
  file_.reset(fdopen(descriptor, "wb"));
  if (file_) return;
  const int error = errno;
  close(descriptor);
  discard();
  fail(error);
}

OutputFile::~OutputFile() {
  file_.reset();
  discard();
}

void OutputFile::discard() noexcept {
  if (!temporary_.empty()) unlink(temporary_.c_str());
  leave(std::exchange(slot_, -1));
  temporary_.clear();
}

void OutputFile::fail(int error) const {
  throw Error(texts::error_file_not_written, path_.string(), text::system_error(error));
}

void OutputFile::write(std::span<const std::byte> bytes) {
  if (!bytes.empty() && std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail(errno);
}

void OutputFile::keep_mode() const {
  struct stat old = {};
  if (stat(target_.c_str(), &old) != 0) return;
  const int descriptor = fileno(file_.get());
  // Only root may give a file away; without the owner its rights would be for another, so they come last.
  [[maybe_unused]] const int ignored = fchown(descriptor, old.st_uid, old.st_gid);
  if (fchmod(descriptor, old.st_mode & 07777) != 0) fail(errno);
}

void OutputFile::commit() {
  if (std::fflush(file_.get()) != 0) fail(errno);
  if (!temporary_.empty()) {
    keep_mode();
    // Without this a power cut may leave the new name with nothing behind it.
    if (fsync(fileno(file_.get())) != 0) fail(errno);
  }
  if (std::fclose(file_.release()) != 0) fail(errno);
  if (temporary_.empty()) return;
  if (std::rename(temporary_.c_str(), target_.c_str()) != 0) fail(errno);
  temporary_.clear();
  discard();
}

void OutputFile::remove_unfinished() noexcept {
  for (const Slot& slot : slots) {
    if (slot.is_named) unlink(slot.name.data());
  }
}

}  // namespace soat::model
