#pragma once

#include <filesystem>
#include <optional>
#include <string_view>

#include "model/output_file.h"

namespace soat::cli {

// Where a command's result goes: standard output, or a file that takes its name only when all of it is written (see
// model::OutputFile).
class Output {
 public:
  // Without a file: standard output. Throws soat::Error when the file cannot be made.
  explicit Output(const std::optional<std::filesystem::path>& file);

  // Both throw soat::Error when the disk is full or the like. Without finish() a file stays as it was.
  void write(std::string_view bytes);
  void finish();

 private:
  std::optional<model::OutputFile> file_;
};

}  // namespace soat::cli
