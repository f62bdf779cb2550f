#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "text/syllable.h"

// The letters of the Vietnamese alphabet as composed characters: which letter, which tone mark, which case.
namespace soat::text {

// a..z are 1..26 in order of the alphabet, f, j, w and z included; then the letters with marks.
enum class Letter : std::uint8_t {
  none = 0,
  a = 1,
  d = 4,
  e = 5,
  i = 9,
  o = 15,
  q = 17,
  u = 21,
  w = 23,
  y = 25,
  z = 26,
  a_breve = 27,
  a_circumflex,
  d_stroke,
  e_circumflex,
  o_circumflex,
  o_horn,
  u_horn
};
inline constexpr std::size_t letter_count = 34;

struct LetterInfo {
  Letter letter = Letter::none;
  Tone tone = Tone::ngang;
  bool upper = false;
};

namespace detail {

// The vowels in their six tones, in the order of Letter and of Tone.
struct VowelRow {
  Letter letter;
  char16_t lower[7];
  char16_t upper[7];
};
inline constexpr VowelRow vowel_rows[] = {
    {Letter::a, u"aàảãáạ", u"AÀẢÃÁẠ"},
    {Letter::a_breve, u"ăằẳẵắặ", u"ĂẰẲẴẮẶ"},
    {Letter::a_circumflex, u"âầẩẫấậ", u"ÂẦẨẪẤẬ"},
    {Letter::e, u"eèẻẽéẹ", u"EÈẺẼÉẸ"},
    {Letter::e_circumflex, u"êềểễếệ", u"ÊỀỂỄẾỆ"},
    {Letter::i, u"iìỉĩíị", u"IÌỈĨÍỊ"},
    {Letter::o, u"oòỏõóọ", u"OÒỎÕÓỌ"},
    {Letter::o_circumflex, u"ôồổỗốộ", u"ÔỒỔỖỐỘ"},
    {Letter::o_horn, u"ơờởỡớợ", u"ƠỜỞỠỚỢ"},
    {Letter::u, u"uùủũúụ", u"UÙỦŨÚỤ"},
    {Letter::u_horn, u"ưừửữứự", u"ƯỪỬỮỨỰ"},
    {Letter::y, u"yỳỷỹýỵ", u"YỲỶỸÝỴ"},
};

// Packed LetterInfo: bits 0-5 letter, 6-8 tone, 9 upper case. All letters lie in U+0000..01FF and U+1E80..1EFF.
inline constexpr std::size_t low_end = 0x200;
inline constexpr std::size_t high_start = 0x1E80;
inline constexpr std::size_t high_end = 0x1F00;

struct LetterTables {
  std::array<std::uint16_t, low_end + (high_end - high_start)> info{};
  std::array<std::array<char16_t, 12>, letter_count> units{};  // [letter][upper * 6 + tone], 0 where there is none
};

consteval LetterTables make_letter_tables() {
  LetterTables tables;
  const auto put = [&tables](char16_t unit, Letter letter, unsigned tone, bool upper) {
    const std::size_t slot = unit < low_end ? unit : low_end + (unit - high_start);
    tables.info[slot] = static_cast<std::uint16_t>(static_cast<unsigned>(letter) | tone << 6 | (upper ? 1u << 9 : 0u));
    tables.units[static_cast<std::size_t>(letter)][(upper ? 6 : 0) + tone] = unit;
  };
  for (unsigned i = 0; i < 26; ++i) {
    put(static_cast<char16_t>(u'a' + i), static_cast<Letter>(i + 1), 0, false);
    put(static_cast<char16_t>(u'A' + i), static_cast<Letter>(i + 1), 0, true);
  }
  put(u'đ', Letter::d_stroke, 0, false);
  put(u'Đ', Letter::d_stroke, 0, true);
  for (const VowelRow& row : vowel_rows) {
    for (unsigned tone = 0; tone < tone_count; ++tone) {
      put(row.lower[tone], row.letter, tone, false);
      put(row.upper[tone], row.letter, tone, true);
    }
  }
  return tables;
}
inline constexpr LetterTables letter_tables = make_letter_tables();

constexpr std::uint16_t packed_letter_info(char16_t unit) {
  if (unit < low_end) return letter_tables.info[unit];
  if (unit >= high_start && unit < high_end) return letter_tables.info[low_end + (unit - high_start)];
  return 0;
}

}  // namespace detail

// What a UTF-16 unit is; letter none for anything but a composed Vietnamese letter or a..z.
constexpr LetterInfo letter_info(char16_t unit) {
  const std::uint16_t packed = detail::packed_letter_info(unit);
  return {static_cast<Letter>(packed & 0x3F), static_cast<Tone>(packed >> 6 & 7), (packed >> 9 & 1) != 0};
}

// The composed character, or 0 when there is none (a consonant with a tone).
constexpr char16_t letter_unit(Letter letter, Tone tone = Tone::ngang, bool upper = false) {
  return detail::letter_tables
      .units[static_cast<std::size_t>(letter)][(upper ? 6 : 0) + static_cast<std::size_t>(tone)];
}

// ă â → a, đ → d, ê → e, ô ơ → o, ư → u; others as they are.
constexpr Letter base_letter(Letter letter) {
  switch (letter) {
    case Letter::a_breve:
    case Letter::a_circumflex:
      return Letter::a;
    case Letter::d_stroke:
      return Letter::d;
    case Letter::e_circumflex:
      return Letter::e;
    case Letter::o_circumflex:
    case Letter::o_horn:
      return Letter::o;
    case Letter::u_horn:
      return Letter::u;
    default:
      return letter;
  }
}

// Whether the letter can bear a tone mark.
constexpr bool is_vowel(Letter letter) {
  return letter_unit(letter, Tone::sac) != 0;
}

}  // namespace soat::text
