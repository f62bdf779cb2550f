#include "check/context/data_lines.h"

#include <charconv>
#include <cmath>
#include <system_error>

#include "text/error.h"

namespace soat::check::context {

DataLines::DataLines(const std::filesystem::path& path) : path_(path), file_(path, std::ios::binary) {
  if (!file_) throw Error(path.string() + ": cannot be read; install the language data again");
}

bool DataLines::next(std::string_view& line) {
  while (std::getline(file_, line_)) {
    ++count_;
    if (file_.eof()) fail("is cut short");
    if (line_.empty() || line_.starts_with('#')) continue;
    line = line_;
    return true;
  }
  return false;
}

void DataLines::fail(std::string_view reason) const {
  throw Error(path_.string() + ":" + std::to_string(count_) + ": " + std::string(reason) +
              "; install the language data again");
}

std::optional<float> number(std::string_view word) {
  constexpr float largest = 1e6F;
  float value = 0;
  const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), value);
  if (error != std::errc{} || end != word.data() + word.size() || !(std::abs(value) <= largest)) return std::nullopt;
  return value;
}

}  // namespace soat::check::context
