#pragma once

#include <filesystem>
#include <fstream>
#include <optional>
#include <string>
#include <string_view>

namespace soat::check::context {

// Reads a data file of text line by line, leaving out comments and empty lines.
class DataLines {
 public:
  // Throws soat::Error when the file cannot be opened.
  explicit DataLines(const std::filesystem::path& path);

  // Gives the next line, valid until the next call; false at the end. Throws soat::Error when the last line has no line
  // feed: what was cut off may have been digits of a number.
  bool next(std::string_view& line);

  // Throws soat::Error naming the file, the line read last and the reason.
  [[noreturn]] void fail(std::string_view reason = "is damaged") const;

 private:
  std::filesystem::path path_;
  std::ifstream file_;
  std::string line_;
  int count_ = 0;
};

// The number that all of word says; nothing when it says none, or one so large that sums of such could overflow.
std::optional<float> number(std::string_view word);

}  // namespace soat::check::context
