#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>

#include "text/message.h"

namespace soat::training {

// Reads a text file, plain or compressed by xz, line by line. All members throw soat::Error naming the file and the
// line: it cannot be read, the compression is damaged, it is not UTF-8 text, a line is too long to be running text.
class TextSource {
 public:
  static constexpr std::size_t kLongestLine = std::size_t{1} << 24;  // bytes

  explicit TextSource(const std::filesystem::path& path);
  ~TextSource();
  TextSource(const TextSource&) = delete;
  TextSource& operator=(const TextSource&) = delete;

  // The next line, UTF-8, without its end; false after the last one.
  bool next_line(std::string& line);

 private:
  class Decoder;
  bool fill();
  [[noreturn]] void fail(const text::Message::Argument& reason) const;

  std::filesystem::path path_;
  std::unique_ptr<Decoder> decoder_;
  std::string block_;
  std::size_t position_ = 0;
  std::uint64_t line_ = 0;
};

}  // namespace soat::training
