#pragma once

#include "text/ascii.h"

namespace soat::check {

// White space inside a line: the blank and its wider, narrower and unbreakable sisters. Not the tabulator or a line
// end, which lay text out.
constexpr bool is_blank(char16_t unit) {
  return unit == u' ' || unit == u'\u00A0' || (unit >= u'\u2000' && unit <= u'\u200A') || unit == u'\u202F' ||
         unit == u'\u3000';
}

constexpr bool is_digit(char16_t unit) {
  return text::is_ascii_digit(unit);
}

constexpr bool is_ascii_letter(char16_t unit) {
  return text::is_ascii_letter(unit);
}

// A letter of a Latin alphabet (or a combining mark on it); enough to tell words from marks in Vietnamese text.
constexpr bool is_latin_letter(char16_t unit) {
  return is_ascii_letter(unit) || (unit >= u'\u00C0' && unit <= u'\u024F' && unit != u'\u00D7' && unit != u'\u00F7') ||
         (unit >= u'\u0300' && unit <= u'\u036F') || (unit >= u'\u1E00' && unit <= u'\u1EFF');
}

}  // namespace soat::check
