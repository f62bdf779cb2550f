#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace soat::document {

// The text of one file: its paragraphs in the order of reading, UTF-16, without line ends. All of it lies in one
// buffer.
class Document {
 public:
  // Takes plain text apart into its lines. A line ends with LF, or CR LF; LF at the very end starts no further line.
  static Document from_lines(std::u16string text);

  void append(std::u16string_view paragraph);

  std::size_t size() const { return ranges_.size(); }

  // The paragraphs as views; they hold as long as the document lives and nothing is appended.
  std::vector<std::u16string_view> paragraphs() const;

 private:
  std::u16string text_;
  std::vector<std::pair<std::size_t, std::size_t>> ranges_;  // UTF-16 offsets in text_, half open
};

}  // namespace soat::document
