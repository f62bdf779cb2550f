#include "text/table_reader.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fstream>
#include <system_error>

#include "text/checksum.h"
#include "text/error.h"
#include "text/read_file.h"
#include "texts/error.h"

namespace soat::text {
namespace {

constexpr std::uintmax_t largest_table = std::uintmax_t{64} << 20;  // keeps a wrong file from filling the memory
constexpr std::string_view checksum_mark = "#checksum ";

std::string head_of(std::string_view name, unsigned version) {
  return "#soat " + std::string(name) + ' ' + std::to_string(version);
}

std::string read_table(const std::filesystem::path& path) {
  try {
    return read_file(path, largest_table);
  } catch (const Error& error) {
    throw Error(texts::error_data_again, error.message());
  }
}

}  // namespace

void data_fault(const std::filesystem::path& path, std::size_t line, const Message& reason, bool changed) {
  std::string place = path.string();
  if (line > 0) place += ":" + std::to_string(line);
  throw changed ? Error(texts::error_data_changed, place, reason)
  : line > 0    ? Error(texts::error_data_fault_row, place, reason)
                : Error(texts::error_data_fault, place, reason);
}

TableReader::TableReader(const std::filesystem::path& path, std::string_view name, unsigned version)
    : path_(path), bytes_(read_table(path)), rest_(bytes_) {
  const std::string head = head_of(name, version);
  const std::string_view first = cut_line();
  if (first != head) {
    const std::string_view another = std::string_view(head).substr(0, head.rfind(' ') + 1);
    fail(first.starts_with(another) ? Message(texts::error_data_other_version, head)
                                    : Message(texts::error_data_no_table, head));
  }
  const std::string_view second = cut_line();
  const auto digits = checksum_digits(checksum(rest_));
  changed_ = !second.starts_with(checksum_mark) ||
             second.substr(checksum_mark.size()) != std::string_view(digits.data(), digits.size());
}

std::string_view TableReader::cut_line() {
  ++line_;
  const std::size_t end = rest_.find('\n');
  if (end == std::string_view::npos) fail(texts::error_data_cut);
  const std::string_view line = rest_.substr(0, end);
  rest_.remove_prefix(end + 1);
  return line;
}

bool TableReader::next(std::size_t fewest, std::size_t most) {
  while (!rest_.empty()) {
    std::string_view line = cut_line();
    if (line.empty() || line.front() == '#') continue;
    cells_.clear();
    for (std::size_t tab = line.find('\t'); tab != std::string_view::npos; tab = line.find('\t')) {
      cells_.push_back(line.substr(0, tab));
      line.remove_prefix(tab + 1);
    }
    cells_.push_back(line);
    if (cells_.size() < fewest) fail(texts::error_data_fewer);
    if (cells_.size() > most) fail(texts::error_data_more);
    return true;
  }
  if (changed_) data_fault(path_, 2, texts::error_data_altered, true);
  return false;
}

float TableReader::number(std::size_t cell) const {
  const std::optional<float> value = number_in((*this)[cell]);
  if (!value) fail({texts::error_data_no_number, cell + 1});
  return *value;
}

void TableReader::fail() const {
  fail(texts::error_data_not_understood);
}

void TableReader::fail(const Message& reason) const {
  data_fault(path_, line_, reason, changed_);
}

std::optional<float> number_in(std::string_view word) {
  constexpr float largest = 1e6F;
  float value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || !(std::abs(value) <= largest)) return std::nullopt;
  return value;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (std::size_t start = 0;;) {
    const std::size_t end = text.find(separator, start);
    parts.push_back(text.substr(start, end - start));
    if (end == std::string_view::npos) return parts;
    start = end + 1;
  }
}

std::string sealed_table(std::string_view name, unsigned version, std::string_view rows) {
  const auto digits = checksum_digits(checksum(rows));
  std::string table = head_of(name, version) + '\n';
  table.append(checksum_mark).append(digits.data(), digits.size()) += '\n';
  return table.append(rows);
}

void write_table(const std::filesystem::path& path, std::string_view name, unsigned version, std::string_view rows) {
  std::ofstream file(path, std::ios::binary);
  file << sealed_table(name, version, rows);
  if (!file.flush()) throw Error(texts::error_file_unwritable_full, path.string());
}

}  // namespace soat::text
