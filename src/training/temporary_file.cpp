#include "training/temporary_file.h"

#include <cerrno>
#include <random>
#include <string>
#include <utility>

#include "platform/files.h"
#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"

namespace soat::training {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, text::MessageId<2> what) {
  throw Error(what, path.string(), text::system_error(errno));
}

// Names taken by others that are tried before giving up.
constexpr int kAttempts = 100;

}  // namespace

TemporaryFile::TemporaryFile(const std::filesystem::path& folder) {
  std::random_device random;
  for (int attempt = 0; !file_ && attempt < kAttempts; ++attempt) {
    path_ = folder / ("soat-train-" + std::to_string(random()));
    file_.reset(platform::open_file(path_, "w+bx"));
    if (!file_ && errno != EEXIST) break;
  }
  if (!file_) fail(path_, texts::error_temporary_create);
  // Where an open file may lose its name it does so at once: whatever happens, nothing is left behind.
  std::error_code ignored;
  if (std::filesystem::remove(path_, ignored)) named_ = false;
}

TemporaryFile::TemporaryFile(TemporaryFile&& other) noexcept
    : path_(std::move(other.path_)), named_(std::exchange(other.named_, false)), file_(std::move(other.file_)) {}

TemporaryFile::~TemporaryFile() {
  if (!named_) return;
  file_.reset();
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
}

void TemporaryFile::write(std::span<const std::byte> bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
    fail(path_, texts::error_temporary_write);
}

void TemporaryFile::rewind() {
  if (std::fflush(file_.get()) != 0) fail(path_, texts::error_temporary_write);
  std::rewind(file_.get());
}

std::size_t TemporaryFile::read(std::span<std::byte> bytes) {
  const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), file_.get());
  if (got < bytes.size() && std::ferror(file_.get())) fail(path_, texts::error_temporary_read);
  return got;
}

}  // namespace soat::training
