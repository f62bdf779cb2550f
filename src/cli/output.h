#pragma once

#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace soat::cli {

// Where a command's result goes: standard output, or a file that is written under another name first and takes its own
// only when all of it is on disk, so that a full disk costs nothing that was there.
class Output {
 public:
  // Without a file: standard output. Throws soat::Error when the file cannot be made.
  explicit Output(const std::optional<std::filesystem::path>& file);
  ~Output();  // without finish() before it, leaves an existing file as it was
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;

  // Both throw soat::Error when the disk is full or the like.
  void write(std::string_view bytes);
  void finish();

 private:
  [[noreturn]] void fail();

  std::filesystem::path file_;
  std::filesystem::path temporary_;
  std::FILE* stream_ = nullptr;
};

}  // namespace soat::cli
