#pragma once

#include <array>
#include <cstdint>

// What a UTF-16 unit is to the tokeniser: one table look-up for the Basic Multilingual Plane, filled from ICU's data
// once.
namespace soat::text {

enum class CharClass : std::uint8_t {
  space,        // Z*, tab, line feed, …
  letter,       // L*
  mark,         // M*
  digit,        // Nd
  punctuation,  // P*
  symbol,       // S*, other numbers, private use, unassigned, lone surrogates
  control,      // placeholders of the surface: U+FFF9..FFFC, control and format characters
  surrogate     // half of a pair: ask class_of(code point)
};

// What joins the parts of a word: the hyphen of the keyboard, the hyphen proper and the one that does not break.
constexpr bool is_hyphen(char16_t unit) {
  return unit == u'-' || unit == u'\u2010' || unit == u'\u2011';
}

class CharTable {
 public:
  static const CharTable& get();

  CharClass class_of(char16_t unit) const { return static_cast<CharClass>(entries_[unit] & 0x0F); }
  bool is_upper(char16_t unit) const { return (entries_[unit] & upper_flag) != 0; }
  bool is_lower(char16_t unit) const { return (entries_[unit] & lower_flag) != 0; }
  // Letters that go on a word without further thought: letter, mark or digit.
  bool is_word_unit(char16_t unit) const { return (entries_[unit] & word_flag) != 0; }

  // For code points beyond the table (and in it).
  static CharClass class_of_code_point(char32_t code_point);

 private:
  CharTable();

  static constexpr std::uint8_t upper_flag = 0x10;
  static constexpr std::uint8_t lower_flag = 0x20;
  static constexpr std::uint8_t word_flag = 0x40;
  std::array<std::uint8_t, 0x10000> entries_;
};

}  // namespace soat::text
