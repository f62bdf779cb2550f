#include "model/output_file.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <optional>
#include <random>
#include <string>
#include <system_error>
#include <utility>

#include "platform/files.h"
#include "platform/new_file.h"
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
  std::array<fs::path::value_type, 4096> name = {};
};
static_assert(std::atomic<bool>::is_always_lock_free);
std::array<Slot, 16> slots;

// Gives the slot, or -1 when all are taken or the name is too long for the system anyway.
int enter(const fs::path& path) {
  const fs::path::string_type& name = path.native();
  for (std::size_t i = 0; i < slots.size() && name.size() < slots[i].name.size(); ++i) {
    if (slots[i].is_taken.exchange(true)) continue;
    *std::ranges::copy(name, slots[i].name.begin()).out = {};
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
    file_.reset(platform::open_file(path_, "wb"));
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
  const bool is_secret = fs::exists(target_, failed);
  constexpr int most_attempts = 100;  // names that others have taken
  std::random_device random;
  const platform::EndingHeld held;
  for (int attempt = 0; !file_ && attempt < most_attempts; ++attempt) {
    temporary_ = target_;
    temporary_ += '.' + std::to_string(random()) + ".tmp";
    file_.reset(platform::create_file(temporary_, is_secret));
    if (!file_ && errno != EEXIST) break;
  }
  if (!file_) {
    temporary_.clear();
    fail(errno);
  }
  slot_ = enter(temporary_);
}

OutputFile::~OutputFile() {
  file_.reset();
  discard();
}

void OutputFile::discard() noexcept {
  if (!temporary_.empty()) platform::remove_at_once(temporary_.c_str());
  leave(std::exchange(slot_, -1));
  temporary_.clear();
}

void OutputFile::fail(int error) const {
  throw Error(texts::error_file_not_written, path_.string(), text::system_error(error));
}

void OutputFile::write(std::span<const std::byte> bytes) {
  if (!bytes.empty() && std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail(errno);
}

void OutputFile::commit() {
  if (std::fflush(file_.get()) != 0) fail(errno);
  if (!temporary_.empty()) {
    if (!platform::take_rights(file_.get(), target_)) fail(errno);
    // Without this a power cut may leave the new name with nothing behind it.
    if (!platform::write_through(file_.get())) fail(errno);
  }
  if (std::fclose(file_.release()) != 0) fail(errno);
  if (temporary_.empty()) return;
  std::error_code failed;
  fs::rename(temporary_, target_, failed);
  if (failed) throw Error(texts::error_file_not_written, path_.string(), text::system_error(failed));
  temporary_.clear();
  discard();
}

void OutputFile::remove_unfinished() noexcept {
  for (const Slot& slot : slots) {
    if (slot.is_named) platform::remove_at_once(slot.name.data());
  }
}

}  // namespace soat::model
