#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <limits>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/message.h"

namespace soat::text {

// Throws soat::Error for a fault in a file of the data: file, line (0: none can be named), reason, what to do. changed:
// the file is not as it was when its checksum was written.
[[noreturn]] void data_fault(const std::filesystem::path& path, std::size_t line, const Message& reason, bool changed);

// Reads a table of the data: UTF-8 text of lines that end in a line feed,
//
//   #soat NAME VERSION      what the table is and the version of its form
//   #checksum DIGITS        of all bytes behind this line; tools/seal-table writes it after a change
//   # comment               and empty lines are passed over
//   cell<tab>cell...        a row
//
// A table that is cut short, of another version, or not as it was when its checksum was written is refused: at the row
// that cannot be understood if there is one, so that the error names the line, else at its end. So whoever reads a
// table reads on until next() gives false.
class TableReader {
 public:
  static constexpr std::size_t any_number = std::numeric_limits<std::size_t>::max();

  // Throws soat::Error when the file cannot be read, is no table of this name, or of another version.
  TableReader(const std::filesystem::path& path, std::string_view name, unsigned version = 1);

  // Rows that are compiled into the program, without a head; name is what errors call them.
  static TableReader compiled_in(std::string_view name, std::string_view rows) { return {name, rows}; }

  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  // Goes to the next row; false at the end. Throws soat::Error when a row has fewer or more cells, or when the table
  // was changed or cut short.
  bool next(std::size_t fewest = 1, std::size_t most = any_number);

  // The row's cells, valid until the next call of next().
  std::span<const std::string_view> row() const { return cells_; }
  // A cell of the row; empty when the row is shorter.
  std::string_view operator[](std::size_t cell) const {
    return cell < cells_.size() ? cells_[cell] : std::string_view();
  }
  // The number in a cell; fails when there is none or one so large that sums of such could overflow.
  float number(std::size_t cell) const;

  // Throws soat::Error naming the file, the row's line, and the reason.
  [[noreturn]] void fail() const;  // not understood
  [[noreturn]] void fail(const Message& reason) const;

 private:
  TableReader(std::string_view name, std::string_view rows) : path_(name), rest_(rows), changed_(false) {}
  std::string_view cut_line();

  std::filesystem::path path_;
  std::string bytes_;
  std::string_view rest_;
  std::vector<std::string_view> cells_;
  std::size_t line_ = 0;
  bool changed_ = true;  // until the checksum has been seen
};

// The number that all of a word says; nothing when it says none, or one so large that sums of such could overflow.
std::optional<float> number_in(std::string_view word);

// The parts of a text between separators, in order; empty ones too.
std::vector<std::string_view> split(std::string_view text, char separator);

// The bytes of a table with these rows (each ended by a line feed) and comments, headed as TableReader wants it.
std::string sealed_table(std::string_view name, unsigned version, std::string_view rows);

// Writes such a table. Throws soat::Error when it cannot be written.
void write_table(const std::filesystem::path& path, std::string_view name, unsigned version, std::string_view rows);

}  // namespace soat::text
