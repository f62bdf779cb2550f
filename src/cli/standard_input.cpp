#include "cli/standard_input.h"

#include <cstddef>
#include <string_view>
#include <system_error>
#include <utility>

#include "text/error.h"
#include "text/system_error.h"
#include "texts/error.h"

namespace soat::cli {

StandardInput::StandardInput(int descriptor, std::optional<std::uintmax_t> size, std::string name,
                             std::optional<document::Format> format)
    : source_(descriptor, false), size_(size), name_(std::move(name)), format_(format) {}

WorkSource::State StandardInput::next(std::string& bytes) {
  try {
    while (!ended_) {
      if (!read_some()) return WorkSource::State::waiting;
    }
  } catch (const Error&) {
    ended_ = true;
    bytes_ = {};
    throw;
  }
  bytes = std::exchange(bytes_, {});
  return WorkSource::State::ready;
}

// False when nothing is there yet.
bool StandardInput::read_some() {
  const std::size_t before = bytes_.size();
  try {
    const platform::Source::State state = source_.read(bytes_);
    if (state == platform::Source::State::waiting) return false;
    ended_ = state == platform::Source::State::ended;
  } catch (const std::system_error& failed) {
    throw Error(texts::error_file_read, name_, before, text::system_error(failed.code()));
  }
  const bool has_head = before < document::head_bytes && bytes_.size() >= document::head_bytes;
  if (ended_ || bytes_.size() > document::most_file_bytes) {
    refuse_early(bytes_.size());
  } else if (has_head) {
    refuse_early(size_);
    bytes_.reserve(size_.value_or(0));
  }
  return true;
}

void StandardInput::refuse_early(std::optional<std::uintmax_t> size) const {
  document::refuse_early(std::string_view(bytes_).substr(0, document::head_bytes), size, name_, format_);
}

}  // namespace soat::cli
