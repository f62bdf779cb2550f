#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace soat::text {

// Letters and digits of ASCII alone, for bytes and UTF-16 units: of file formats, addresses, markup. For letters of
// texts see char_class.h and letter_case.h.

template <typename Unit>
constexpr bool is_ascii_digit(Unit unit) {
  return unit >= Unit{'0'} && unit <= Unit{'9'};
}

template <typename Unit>
constexpr bool is_ascii_letter(Unit unit) {
  return (unit >= Unit{'a'} && unit <= Unit{'z'}) || (unit >= Unit{'A'} && unit <= Unit{'Z'});
}

template <typename Unit>
constexpr bool is_ascii_alphanumeric(Unit unit) {
  return is_ascii_letter(unit) || is_ascii_digit(unit);
}

template <typename Unit>
constexpr Unit ascii_lower(Unit unit) {
  return unit >= Unit{'A'} && unit <= Unit{'Z'} ? static_cast<Unit>(unit - Unit{'A'} + Unit{'a'}) : unit;
}

// The digit of a number below 16: 0 to 9, a to f.
template <typename Unit = char>
constexpr Unit hex_digit(std::uint64_t value) {
  return static_cast<Unit>("0123456789abcdef"[value & 15]);
}

// A text with its ASCII letters in small letters.
template <typename Unit>
std::basic_string<Unit> ascii_lowered(std::basic_string_view<Unit> text) {
  std::basic_string<Unit> lowered(text);
  for (Unit& unit : lowered) unit = ascii_lower(unit);
  return lowered;
}

}  // namespace soat::text
