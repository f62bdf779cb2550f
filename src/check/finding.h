#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/message.h"

namespace soat::check {

enum class Category : std::uint8_t {
  spelling,
  garble,
  residue,
  encoding,
  capitalisation,
  punctuation,
  style,
  citation
};
enum class Severity : std::uint8_t { error, warning, info };
enum class Profile : std::uint8_t { normal, strict };

// The one line that says why, in both languages of the interface.
struct Message {
  std::u16string vi;
  std::u16string en;
};

// A text of the catalogue in both languages.
Message in_both(const text::Message& message);

// Something found. Offsets are UTF-16 units in the paragraph as it was handed in (not the composed text), half open.
struct Finding {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::string_view rule;  // id such as "spelling.non-syllable"; points to static storage
  Category category = Category::spelling;
  Severity severity = Severity::error;
  float confidence = 0;  // 0..1, calibrated: of findings at 0.9, nine in ten are right
  Message message;
  std::vector<std::u16string> suggestions;  // replace [start, end); best first, at most ten
};

// "spelling", "garble", …: the name used in reports and options. category_from_name gives false for an unknown name.
std::string_view name(Category category);
std::string_view name(Severity severity);
bool category_from_name(std::string_view text, Category& out);

}  // namespace soat::check
