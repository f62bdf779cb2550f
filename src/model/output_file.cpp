#include "model/output_file.h"

#include <cerrno>
#include <cstring>
#include <string>
#include <utility>

#include "text/error.h"

namespace soat::model {

OutputFile::OutputFile(std::filesystem::path path) : path_(std::move(path)), partial_(path_) {
  partial_ += ".partial";
  file_.reset(std::fopen(partial_.string().c_str(), "wb"));
  if (!file_) fail();
}

OutputFile::~OutputFile() {
  if (!file_) return;
  file_.reset();
  std::error_code ignored;
  std::filesystem::remove(partial_, ignored);
}

void OutputFile::fail() const {
  throw Error(path_.string() + ": cannot write the file: " + std::strerror(errno));
}

void OutputFile::write(std::span<const std::byte> bytes) {
  if (!bytes.empty() && std::fwrite(bytes.data(), 1, bytes.size(), file_.get()) != bytes.size()) fail();
}

void OutputFile::commit() {
  if (std::fflush(file_.get()) != 0) fail();
  if (std::fclose(file_.release()) != 0) {
    const int error = errno;
    std::error_code ignored;
    std::filesystem::remove(partial_, ignored);
    errno = error;
    fail();
  }
  std::error_code error;
  std::filesystem::rename(partial_, path_, error);
  if (error) {
    std::error_code ignored;
    std::filesystem::remove(partial_, ignored);
    throw Error(path_.string() + ": cannot put the finished file in place: " + error.message());
  }
}

}  // namespace soat::model
