#include "text/letter_case.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "text/char_class.h"
#include "text/letters.h"

namespace soat::text {

LetterCase letter_case(std::u16string_view word) {
  const CharTable& table = CharTable::get();
  unsigned upper = 0;
  unsigned lower = 0;
  bool first_is_upper = false;
  for (const char16_t unit : word) {
    if (table.is_upper(unit)) {
      if (upper + lower == 0) first_is_upper = true;
      ++upper;
    } else if (table.is_lower(unit)) {
      ++lower;
    }
  }
  if (upper + lower == 0) return LetterCase::none;
  if (upper == 0) return LetterCase::lower;
  if (upper == 1 && first_is_upper) return LetterCase::capitalised;
  return lower == 0 ? LetterCase::upper : LetterCase::mixed;
}

char16_t to_lower(char16_t unit) {
  if (const LetterInfo info = letter_info(unit); info.letter != Letter::none)
    return letter_unit(info.letter, info.tone, false);
  if (unit < 0x80) return unit;
  const UChar32 lower = u_tolower(unit);
  return lower <= 0xFFFF ? static_cast<char16_t>(lower) : unit;
}

char16_t to_upper(char16_t unit) {
  if (const LetterInfo info = letter_info(unit); info.letter != Letter::none)
    return letter_unit(info.letter, info.tone, true);
  if (unit < 0x80) return unit;
  const UChar32 upper = u_toupper(unit);
  return upper <= 0xFFFF ? static_cast<char16_t>(upper) : unit;
}

std::u16string to_lower(std::u16string_view word) {
  std::u16string out(word);
  std::transform(out.begin(), out.end(), out.begin(), [](char16_t unit) { return to_lower(unit); });
  return out;
}

bool equals_in_lower(std::u16string_view word, std::u16string_view lower) {
  return std::ranges::equal(word, lower, [](char16_t a, char16_t b) { return a == b || to_lower(a) == b; });
}

std::u16string to_upper(std::u16string_view word) {
  std::u16string out(word);
  std::transform(out.begin(), out.end(), out.begin(), [](char16_t unit) { return to_upper(unit); });
  return out;
}

std::u16string apply_case(std::u16string_view word, LetterCase pattern) {
  if (pattern == LetterCase::upper) return to_upper(word);
  std::u16string out(word);
  if (pattern == LetterCase::capitalised && !out.empty()) out[0] = to_upper(out[0]);
  return out;
}

}  // namespace soat::text
