#include "cli/output.h"

#include <cerrno>
#include <random>
#include <system_error>

#include "text/error.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

std::string reason() {
  return std::generic_category().message(errno);
}

}  // namespace

Output::Output(const std::optional<fs::path>& file) : stream_(stdout) {
  if (!file) return;
  std::error_code failed;
  file_ = *file;
  if (fs::is_directory(file_, failed)) throw Error(file_.string() + ": " + std::generic_category().message(EISDIR));
  // A link stays a link; what is no plain file (a pipe, a device) cannot be put in place by renaming.
  if (fs::is_symlink(file_, failed)) file_ = fs::weakly_canonical(file_, failed);
  if (!fs::exists(file_, failed) || fs::is_regular_file(file_, failed)) {
    temporary_ = file_;
    temporary_ += '.';
    temporary_ += std::to_string(std::random_device()());
    temporary_ += ".tmp";
  }
  const fs::path& opened = temporary_.empty() ? file_ : temporary_;
  stream_ = std::fopen(opened.string().c_str(), temporary_.empty() ? "wb" : "wbx");
  if (!stream_) {
    temporary_.clear();
    throw Error(file_.string() + ": " + reason());
  }
}

Output::~Output() {
  if (stream_ && stream_ != stdout) std::fclose(stream_);
  std::error_code ignored;
  if (!temporary_.empty()) fs::remove(temporary_, ignored);
}

void Output::write(std::string_view bytes) {
  if (std::fwrite(bytes.data(), 1, bytes.size(), stream_) != bytes.size()) fail();
}

void Output::finish() {
  if (std::fflush(stream_) != 0) fail();
  if (stream_ == stdout) return;
  std::FILE* closing = stream_;
  stream_ = nullptr;
  if (std::fclose(closing) != 0) fail();
  if (temporary_.empty()) return;
  std::error_code failed;
  if (const auto old = fs::status(file_, failed); fs::exists(old))
    fs::permissions(temporary_, old.permissions(), failed);
  fs::rename(temporary_, file_, failed);
  if (failed) throw Error(file_.string() + ": " + failed.message());
  temporary_.clear();
}

void Output::fail() {
  throw Error((file_.empty() ? "standard output" : file_.string()) + ": " + reason());
}

}  // namespace soat::cli
