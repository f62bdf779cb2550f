#include "text/composition.h"

#include <unicode/unorm2.h>

#include "text/letters.h"

namespace soat::text {
namespace {

bool is_mark(char16_t unit) {
  return unit >= 0x0300 && unit <= 0x036F && unit != 0x034F;
}

// Whether the unit can make the composed text differ. All but a few units of Vietnamese text fail the first test.
bool needs_work(char16_t unit) {
  if (unit < 0x0300) return unit == 0x00AD;
  return is_mark(unit) || is_dropped(unit);
}

Tone tone_of_mark(char16_t mark) {
  switch (mark) {
    case 0x0300:
    case 0x0340:
      return Tone::huyen;
    case 0x0301:
    case 0x0341:
      return Tone::sac;
    case 0x0303:
      return Tone::nga;
    case 0x0309:
      return Tone::hoi;
    case 0x0323:
      return Tone::nang;
    default:
      return Tone::ngang;
  }
}

Letter with_quality_mark(Letter letter, char16_t mark) {
  if (mark == 0x0302) {
    if (letter == Letter::a) return Letter::a_circumflex;
    if (letter == Letter::e) return Letter::e_circumflex;
    if (letter == Letter::o) return Letter::o_circumflex;
  } else if (mark == 0x0306) {
    if (letter == Letter::a) return Letter::a_breve;
  } else if (mark == 0x031B) {
    if (letter == Letter::o) return Letter::o_horn;
    if (letter == Letter::u) return Letter::u_horn;
  }
  return Letter::none;
}

// The Vietnamese letter made of a composed unit and a mark, or 0.
char16_t add_vietnamese_mark(char16_t unit, char16_t mark) {
  const LetterInfo info = letter_info(unit);
  if (info.letter == Letter::none) return 0;
  if (const Letter letter = with_quality_mark(info.letter, mark); letter != Letter::none) {
    return letter_unit(letter, info.tone, info.upper);
  }
  const Tone tone = tone_of_mark(mark);
  if (tone == Tone::ngang || info.tone != Tone::ngang) return 0;
  return letter_unit(info.letter, tone, info.upper);
}

char16_t add_other_mark(char16_t unit, char16_t mark) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2* nfc = unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return 0;
  const UChar32 composed = unorm2_composePair(nfc, unit, mark);
  return composed > 0 && composed <= 0xFFFF ? static_cast<char16_t>(composed) : 0;
}

}  // namespace

bool is_dropped(char16_t unit) {
  switch (unit) {
    case 0x00AD:
    case 0x034F:
    case 0x061C:
    case 0x180E:
    case 0x2060:
    case 0xFEFF:
      return true;
    default:
      return (unit >= 0x200B && unit <= 0x200F) || (unit >= 0x202A && unit <= 0x202E) ||
             (unit >= 0x2061 && unit <= 0x2064) || (unit >= 0x2066 && unit <= 0x2069);
  }
}

void compose_marks(std::u16string_view original, std::u16string& text, std::vector<std::uint32_t>& offsets) {
  offsets.clear();
  std::size_t clean = 0;
  while (clean < original.size() && !needs_work(original[clean])) ++clean;
  text.assign(original.substr(0, clean));
  if (clean == original.size()) return;

  offsets.reserve(original.size() + 1);
  for (std::size_t i = 0; i < clean; ++i) offsets.push_back(static_cast<std::uint32_t>(i));
  bool base_is_whole = true;  // no mark stands between the last letter and here in the composed text
  for (std::size_t i = clean; i < original.size(); ++i) {
    const char16_t unit = original[i];
    if (is_dropped(unit)) continue;
    if (is_mark(unit) && !text.empty()) {
      if (base_is_whole) {
        char16_t composed = add_vietnamese_mark(text.back(), unit);
        if (composed == 0) composed = add_other_mark(text.back(), unit);
        if (composed != 0) {
          text.back() = composed;
          continue;
        }
        base_is_whole = false;
      }
    } else {
      base_is_whole = true;
    }
    text.push_back(unit);
    offsets.push_back(static_cast<std::uint32_t>(i));
  }
  if (text.size() == original.size()) {
    offsets.clear();
    return;
  }
  offsets.push_back(static_cast<std::uint32_t>(original.size()));
}

}  // namespace soat::text
