#include "model/temporary_file.h"

#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <string>
#include <vector>

#include "text/error.h"

namespace soat::model {

namespace {

[[noreturn]] void fail(const std::filesystem::path& path, const char* what) {
  throw Error(path.string() + ": " + what + ": " + std::strerror(errno));
}

}  // namespace

TemporaryFile::TemporaryFile(const std::filesystem::path& folder) {
  std::string pattern = (folder / "soat-train-XXXXXX").string();
  const int descriptor = ::mkstemp(pattern.data());
  path_ = pattern;
  if (descriptor < 0) fail(path_, "cannot create a temporary file");
  file_.reset(::fdopen(descriptor, "w+b"));
  // The name goes at once: whatever happens, nothing is left behind.
  std::error_code ignored;
  std::filesystem::remove(path_, ignored);
  if (!file_) fail(path_, "cannot open a temporary file");
}

TemporaryFile::~TemporaryFile() = default;

void TemporaryFile::write(std::span<const std::byte> bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size())
    fail(path_, "cannot write the temporary file");
}

void TemporaryFile::rewind() {
  if (std::fflush(file_.get()) != 0) fail(path_, "cannot write the temporary file");
  std::rewind(file_.get());
}

std::size_t TemporaryFile::read(std::span<std::byte> bytes) {
  const std::size_t got = std::fread(bytes.data(), 1, bytes.size(), file_.get());
  if (got < bytes.size() && std::ferror(file_.get())) fail(path_, "cannot read the temporary file");
  return got;
}

}  // namespace soat::model
