#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Characters that look like the ones meant, or like nothing at all.
namespace soat::text {

enum class LookAlike : std::uint8_t {
  none,
  d_stroke,        // Ð (U+00D0), ð (U+00F0), Ɖ (U+0189), ɖ (U+0256) for Đ, đ
  horn,            // ƣ (U+01A3), Ƣ: the letter oi, which fonts of old show as ư
  cyrillic,        // а е о р с …
  greek,           // Α Β ο ν …
  full_width,      // Ａ ａ １ ， (U+FF01..FF5E)
  styled,          // mathematical bold, script and other letters and digits (U+1D400..1D7FF)
  combining_mark,  // a mark where a composed letter exists
  invisible,       // soft hyphen, zero-width characters, direction marks
  no_break_space,  // U+00A0, U+202F: wanted at times
  odd_space,       // U+2000..200A, U+205F, U+3000
  private_use      // U+E000..F8FF: a symbol font's own, nothing can be said of what is meant
};

struct LookAlikeInfo {
  LookAlike kind = LookAlike::none;
  char32_t meant = 0;  // 0: nothing (invisible, private use) or not a matter of one character (combining_mark)
};

// What a code point is, looked at alone.
LookAlikeInfo classify_look_alike(char32_t code_point);

struct LookAlikeSpan {
  std::uint32_t start = 0;  // UTF-16 offsets in the text as handed in
  std::uint32_t end = 0;
  LookAlike kind = LookAlike::none;
  std::u16string meant;  // what stands there when put right; empty for invisible ones; for private_use the text itself
};

// Looks through a paragraph as it was handed in, in linear time, and fast over text without any (no allocation).
// Neighbours of one kind make one span. Cyrillic and Greek letters count in words that have Latin letters as well, or
// that are Vietnamese syllables when read as Latin in a paragraph without other letters of those scripts; marks count
// where compose_marks() finds a letter for them.
void find_look_alikes(std::u16string_view original, std::vector<LookAlikeSpan>& out);

// The text with every such span put right, but for the kinds that may be wanted (no_break_space, private_use).
std::u16string repair_look_alikes(std::u16string_view original);

}  // namespace soat::text
