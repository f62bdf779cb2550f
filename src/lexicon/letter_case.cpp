#include "lexicon/letter_case.h"

#include <unicode/uchar.h>

#include <cstddef>

namespace soat::lexicon {

// All letters with one-to-one case mapping that matter here are in the basic plane; others stay as they are.
char16_t to_lower(char16_t unit) {
  if (unit < 0x80) return unit >= 'A' && unit <= 'Z' ? static_cast<char16_t>(unit + 32) : unit;
  return static_cast<char16_t>(u_tolower(unit));
}

char16_t to_upper(char16_t unit) {
  if (unit < 0x80) return unit >= 'a' && unit <= 'z' ? static_cast<char16_t>(unit - 32) : unit;
  return static_cast<char16_t>(u_toupper(unit));
}

void append_lower(std::u16string_view text, std::u16string& out) {
  for (const char16_t unit : text) out.push_back(to_lower(unit));
}

std::u16string to_lower(std::u16string_view text) {
  std::u16string out;
  out.reserve(text.size());
  append_lower(text, out);
  return out;
}

std::u16string capitalise(std::u16string_view text) {
  std::u16string out(text);
  if (!out.empty()) out[0] = to_upper(out[0]);
  return out;
}

std::u16string to_upper(std::u16string_view text) {
  std::u16string out(text);
  for (char16_t& unit : out) unit = to_upper(unit);
  return out;
}

}  // namespace soat::lexicon
