#include "text/legacy_encoding.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <utility>
#include <vector>

#include "text/char_class.h"
#include "text/composition.h"
#include "text/legacy_marks.h"
#include "text/letter_case.h"
#include "text/letters.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace soat::text {
namespace {

constexpr char16_t replacement = 0xFFFD;
using HighHalf = std::array<char16_t, 0x80>;  // what bytes 0x80..0xFF stand for

// Windows-1252 at 0x80..0x9F, which TCVN3 and VNI fonts leave as Windows has them; 0 where nothing is.
constexpr std::array<char16_t, 0x20> windows_controls = {
    u'€', 0,    u'‚', u'ƒ', u'„', u'…', u'†', u'‡', u'ˆ', u'‰', u'Š', u'‹', u'Œ', 0, u'Ž', 0,
    0,    u'‘', u'’', u'“', u'”', u'•', u'–', u'—', u'˜', u'™', u'š', u'›', u'œ', 0, u'ž', u'Ÿ'};

// TCVN 5712:1993 at 0xA0..0xFF: VN3, and the capitals with tones that VN2 adds where VN3 has nothing.
constexpr std::array<char16_t, 0x60> tcvn_high = {
    0x00A0, u'Ă',   u'Â',   u'Ê',   u'Ô',   u'Ơ', u'Ư', u'Đ', u'ă', u'â', u'ê', u'ô', u'ơ', u'ư', u'đ', u'Ằ',
    0x0300, 0x0309, 0x0303, 0x0301, 0x0323, u'à', u'ả', u'ã', u'á', u'ạ', u'Ẳ', u'ằ', u'ẳ', u'ẵ', u'ắ', u'Ẵ',
    u'Ắ',   u'Ầ',   u'Ẩ',   u'Ẫ',   u'Ấ',   u'Ề', u'ặ', u'ầ', u'ẩ', u'ẫ', u'ấ', u'ậ', u'è', u'Ể', u'ẻ', u'ẽ',
    u'é',   u'ẹ',   u'ề',   u'ể',   u'ễ',   u'ế', u'ệ', u'ì', u'ỉ', u'Ễ', u'Ế', u'Ồ', u'ĩ', u'í', u'ị', u'ò',
    u'Ổ',   u'ỏ',   u'õ',   u'ó',   u'ọ',   u'ồ', u'ổ', u'ỗ', u'ố', u'ộ', u'ờ', u'ở', u'ỡ', u'ớ', u'ợ', u'ù',
    u'Ỗ',   u'ủ',   u'ũ',   u'ú',   u'ụ',   u'ừ', u'ử', u'ữ', u'ứ', u'ự', u'ỳ', u'ỷ', u'ỹ', u'ý', u'ỵ', u'Ố'};

constexpr HighHalf make_tcvn() {
  HighHalf table{};
  for (std::size_t i = 0; i < 0x20; ++i) table[i] = windows_controls[i];
  for (std::size_t i = 0; i < 0x60; ++i) table[0x20 + i] = tcvn_high[i];
  return table;
}
constexpr HighHalf tcvn = make_tcvn();

// Windows-1258: Windows-1252 but for these.
constexpr HighHalf make_windows_1258() {
  HighHalf table{};
  for (std::size_t i = 0; i < 0x20; ++i) table[i] = windows_controls[i];
  for (std::size_t i = 0x20; i < 0x80; ++i) table[i] = static_cast<char16_t>(0x80 + i);
  for (const unsigned none : {0x8A, 0x8E, 0x9A, 0x9E}) table[none - 0x80] = 0;
  constexpr std::pair<unsigned, char16_t> changes[] = {
      {0xC3, u'Ă'}, {0xCC, 0x0300}, {0xD0, u'Đ'}, {0xD2, 0x0309}, {0xD5, u'Ơ'}, {0xDD, u'Ư'}, {0xDE, 0x0303},
      {0xE3, u'ă'}, {0xEC, 0x0301}, {0xF0, u'đ'}, {0xF2, 0x0323}, {0xF5, u'ơ'}, {0xFD, u'ư'}, {0xFE, u'₫'}};
  for (const auto& [byte, unit] : changes) table[byte - 0x80] = unit;
  return table;
}
constexpr HighHalf windows_1258 = make_windows_1258();

// VNI for Windows. A mark character follows the letter it belongs to; the marks are the same for all letters.
struct VniMark {
  char16_t mark;  // small form; the capital form is 0x20 below
  Letter
      quality_of;  // none: only a tone; a: a quality mark (circumflex on a, e, o; breve on a), with a tone or without
  bool breve;
  Tone tone;
};
constexpr VniMark vni_marks[] = {
    {u'ù', Letter::none, false, Tone::sac},  {u'ø', Letter::none, false, Tone::huyen},
    {u'û', Letter::none, false, Tone::hoi},  {u'õ', Letter::none, false, Tone::nga},
    {u'ï', Letter::none, false, Tone::nang}, {u'â', Letter::a, false, Tone::ngang},
    {u'á', Letter::a, false, Tone::sac},     {u'à', Letter::a, false, Tone::huyen},
    {u'å', Letter::a, false, Tone::hoi},     {u'ã', Letter::a, false, Tone::nga},
    {u'ä', Letter::a, false, Tone::nang},    {u'ê', Letter::a, true, Tone::ngang},
    {u'é', Letter::a, true, Tone::sac},      {u'è', Letter::a, true, Tone::huyen},
    {u'ú', Letter::a, true, Tone::hoi},      {u'ü', Letter::a, true, Tone::nga},
    {u'ë', Letter::a, true, Tone::nang},
};
// Characters of VNI that are letters by themselves: small form, and the letter.
constexpr std::pair<char16_t, char16_t> vni_letters[] = {{u'ñ', u'đ'}, {u'ô', u'ơ'}, {u'ö', u'ư'},
                                                         {u'î', u'ỵ'}, {u'í', u'í'}, {u'ì', u'ì'},
                                                         {u'æ', u'ỉ'}, {u'ó', u'ĩ'}, {u'ò', u'ị'}};

constexpr bool is_latin1_capital(char16_t unit) {
  return unit >= 0xC0 && unit <= 0xDE && unit != 0xD7;
}
constexpr char16_t latin1_lower(char16_t unit) {
  return is_latin1_capital(unit) ? static_cast<char16_t>(unit + 0x20) : unit;
}

// The letter that VNI writes with a single character, or 0.
char16_t vni_letter(char16_t unit) {
  const char16_t lower = latin1_lower(unit);
  for (const auto& [from, to] : vni_letters) {
    if (from == lower) return lower == unit ? to : to_upper(to);
  }
  return 0;
}

// Text with the place in the units from which each of its units comes; no places when it has as many.
struct Decoded {
  std::u16string text;
  std::vector<std::uint32_t> places;
};

// VNI characters, one for each byte, to letters.
Decoded decode_vni(std::u16string_view units) {
  Decoded decoded;
  std::u16string& out = decoded.text;
  out.reserve(units.size());
  for (std::size_t i = 0; i < units.size(); ++i) {
    const char16_t unit = units[i];
    if (unit >= 0xC0 && unit <= 0xFF) {
      if (!out.empty()) {
        if (const char16_t composed = with_vni_mark(out.back(), unit)) {
          out.back() = composed;
          continue;
        }
      }
    }
    const char16_t letter = vni_letter(unit);
    out.push_back(letter == 0 ? unit : letter);
    decoded.places.push_back(static_cast<std::uint32_t>(i));
  }
  return decoded;
}

std::u16string through_table(std::u16string_view units, const HighHalf& table) {
  std::u16string out;
  out.reserve(units.size());
  for (const char16_t unit : units) {
    const char16_t meant = unit >= 0xA0 && unit <= 0xFF ? table[unit - 0x80] : unit;
    out.push_back(meant == 0 ? replacement : meant);
  }
  return out;
}

Decoded composed(const std::u16string& text) {
  Decoded out;
  compose_marks(text, out.text, out.places);
  if (!out.places.empty()) out.places.pop_back();  // one past the end
  return out;
}

// TCVN3 words written in capitals: their ASCII letters tell, and of a word with one such letter (X·, HÕ) the words
// beside.
void restore_capitals(std::u16string& text, std::u16string_view as_typed) {
  enum class Case : std::uint8_t { other, one_capital, capitals };
  struct Word {
    std::size_t start;
    std::size_t end;
    Case letters;
  };
  std::vector<Word> words;
  const CharTable& table = CharTable::get();
  for (std::size_t start = 0; start < text.size();) {
    std::size_t end = start;
    unsigned capitals = 0;
    unsigned small = 0;
    while (end < text.size() && table.is_word_unit(text[end])) {
      if (as_typed[end] >= u'A' && as_typed[end] <= u'Z') ++capitals;
      if (as_typed[end] >= u'a' && as_typed[end] <= u'z') ++small;
      ++end;
    }
    const Case letters = small > 0 || capitals == 0 ? Case::other : capitals == 1 ? Case::one_capital : Case::capitals;
    if (end > start) words.push_back({start, end, letters});
    start = end + 1;
  }
  // A word beside, or where the text has none.
  const auto goes_with_capitals = [&](std::size_t i) { return i >= words.size() || words[i].letters != Case::other; };
  const auto has_capitals = [&](std::size_t i) { return i < words.size() && words[i].letters == Case::capitals; };
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool among_capitals = words[i].letters == Case::one_capital && goes_with_capitals(i - 1) &&
                                goes_with_capitals(i + 1) && (has_capitals(i - 1) || has_capitals(i + 1));
    if (!has_capitals(i) && !among_capitals) continue;
    for (std::size_t at = words[i].start; at < words[i].end; ++at) text[at] = to_upper(text[at]);
  }
}

Decoded decode_tcvn3(std::u16string_view units) {
  std::u16string out = through_table(units, tcvn);
  restore_capitals(out, units);
  return composed(out);
}

// VIQR's marks: quality marks come before tones.
Letter with_viqr_mark(Letter letter, char16_t mark) {
  if (mark == u'^') {
    if (letter == Letter::a) return Letter::a_circumflex;
    if (letter == Letter::e) return Letter::e_circumflex;
    if (letter == Letter::o) return Letter::o_circumflex;
  } else if (mark == u'(') {
    if (letter == Letter::a) return Letter::a_breve;
  } else if (mark == u'+' || mark == u'*') {
    if (letter == Letter::o) return Letter::o_horn;
    if (letter == Letter::u) return Letter::u_horn;
  }
  return Letter::none;
}

Tone viqr_tone(char16_t mark) {
  static constexpr std::u16string_view marks = u"`?~'.";
  const std::size_t found = marks.find(mark);
  return found == std::u16string_view::npos ? Tone::ngang : static_cast<Tone>(found + 1);
}

Decoded decode_viqr(std::u16string_view units) {
  Decoded decoded;
  std::u16string& out = decoded.text;
  std::vector<std::uint32_t>& places = decoded.places;
  out.reserve(units.size());
  bool open = false;  // the last character may take a mark
  for (std::size_t i = 0; i < units.size(); ++i) {
    if (units[i] == u'\\' && i + 1 < units.size()) {
      places.push_back(static_cast<std::uint32_t>(i));
      out.push_back(units[++i]);
      // An escaped d is a plain one, and may not become đ by the next.
      open = units[i] != u'd' && units[i] != u'D';
      continue;
    }
    if (open) {
      if (const char16_t composed_unit = with_viqr(out.back(), units[i])) {
        out.back() = composed_unit;
        continue;
      }
    }
    places.push_back(static_cast<std::uint32_t>(i));
    out.push_back(units[i]);
    open = true;
  }
  return decoded;
}

Decoded decode_units(std::u16string_view units, LegacyEncoding encoding) {
  switch (encoding) {
    case LegacyEncoding::tcvn3:
      return decode_tcvn3(units);
    case LegacyEncoding::vni:
      return decode_vni(units);
    case LegacyEncoding::viqr:
      return decode_viqr(units);
    case LegacyEncoding::windows_1258:
      return composed(through_table(units, windows_1258));
  }
  return {std::u16string(units), {}};
}

// Byte for a unit by table, or 0.
char find_byte(char16_t unit, const HighHalf& table) {
  const auto found = std::find(table.begin(), table.end(), unit);
  return found == table.end() || unit == 0 ? '\0' : static_cast<char>(0x80 + (found - table.begin()));
}

char16_t combining_mark(Tone tone) {
  static constexpr char16_t marks[] = {0, 0x0300, 0x0309, 0x0303, 0x0301, 0x0323};
  return marks[static_cast<std::size_t>(tone)];
}

bool encode_tcvn3(char16_t unit, std::string& out) {
  const LetterInfo info = letter_info(unit);
  // Only small letters have tones in VN3.
  const char16_t wanted =
      info.letter != Letter::none && info.tone != Tone::ngang ? letter_unit(info.letter, info.tone) : unit;
  const char byte = find_byte(wanted, tcvn);
  if (byte == 0) return false;
  out.push_back(byte);
  return true;
}

bool encode_windows_1258(char16_t unit, std::string& out) {
  if (const char byte = find_byte(unit, windows_1258)) {
    out.push_back(byte);
    return true;
  }
  const LetterInfo info = letter_info(unit);
  if (info.letter == Letter::none || info.tone == Tone::ngang) return false;
  const char16_t base = letter_unit(info.letter, Tone::ngang, info.upper);
  const char byte = base < 0x80 ? static_cast<char>(base) : find_byte(base, windows_1258);
  if (byte == 0) return false;
  out.push_back(byte);
  out.push_back(find_byte(combining_mark(info.tone), windows_1258));
  return true;
}

bool encode_vni(char16_t unit, std::string& out) {
  const auto put = [&out](char16_t small, bool upper) {
    out.push_back(static_cast<char>(upper && small >= 0xE0 ? small - 0x20 : small));
  };
  const LetterInfo info = letter_info(unit);
  const char16_t small = letter_unit(info.letter, info.tone);
  if (info.letter != Letter::none) {
    for (const auto& [from, to] : vni_letters) {
      if (to == small) {
        put(from, info.upper);
        return true;
      }
    }
    const bool horn = info.letter == Letter::o_horn || info.letter == Letter::u_horn;
    const bool quality = info.letter != base_letter(info.letter) && !horn;
    for (const VniMark& mark : vni_marks) {
      if (mark.tone != info.tone || (mark.quality_of != Letter::none) != quality) continue;
      if (quality && mark.breve != (info.letter == Letter::a_breve)) continue;
      if (horn) {
        put(info.letter == Letter::o_horn ? u'ô' : u'ö', info.upper);
      } else {
        out.push_back(static_cast<char>(letter_unit(base_letter(info.letter), Tone::ngang, info.upper)));
      }
      put(mark.mark, info.upper);
      return true;
    }
  }
  // What the fonts leave as Windows-1252 has it.
  if ((unit >= 0xA0 && unit <= 0xBF) || unit == u'×' || unit == u'÷') {
    out.push_back(static_cast<char>(unit));
    return true;
  }
  const auto found = std::find(windows_controls.begin(), windows_controls.end(), unit);
  if (found == windows_controls.end() || unit == 0) return false;
  out.push_back(static_cast<char>(0x80 + (found - windows_controls.begin())));
  return true;
}

// A d before another d or a đ would make one of both.
bool joins_next(char16_t unit, char16_t next) {
  return (unit | 0x20) == u'd' && ((next | 0x20) == u'd' || letter_info(next).letter == Letter::d_stroke);
}

// ASCII goes out with a backslash where the character before would take it for a mark. Gives whether a mark may follow
// what was written.
bool encode_viqr(char16_t unit, char16_t before, char16_t next, std::string& out) {
  const LetterInfo info = letter_info(unit);
  if (unit < 0x80) {
    const bool escaped_d = joins_next(unit, next);
    if (escaped_d || unit == u'\\' || (before != 0 && with_viqr(before, unit) != 0)) out.push_back('\\');
    out.push_back(static_cast<char>(unit));
    return !escaped_d;
  }
  if (info.letter == Letter::d_stroke) {
    out += info.upper ? "DD" : "dd";
    return true;
  }
  const Letter base = base_letter(info.letter);
  out.push_back(static_cast<char>(letter_unit(base, Tone::ngang, info.upper)));
  if (base != info.letter) {
    for (const char16_t mark : {u'^', u'(', u'+'}) {
      if (with_viqr_mark(base, mark) == info.letter) out.push_back(static_cast<char>(mark));
    }
  }
  if (info.tone != Tone::ngang) out.push_back("\0`?~'."[static_cast<std::size_t>(info.tone)]);
  return true;
}

EncodedText encode_all_viqr(std::u16string_view text) {
  EncodedText out;
  char16_t before = 0;  // the last letter when a mark could still follow it
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code_point = next_code_point(text, i);
    char16_t unit = code_point < 0x10000 ? static_cast<char16_t>(code_point) : replacement;
    if (unit >= 0x80 && letter_info(unit).letter == Letter::none) {
      ++out.unmappable;
      unit = u'?';
    }
    before = encode_viqr(unit, before, i < text.size() ? text[i] : u'\0', out.bytes) ? unit : u'\0';
  }
  return out;
}

}  // namespace

char16_t with_vni_mark(char16_t base, char16_t unit) {
  const LetterInfo info = letter_info(base);
  if (info.letter == Letter::none || info.tone != Tone::ngang) return 0;
  const char16_t lower = latin1_lower(unit);
  for (const VniMark& mark : vni_marks) {
    if (mark.mark != lower) continue;
    Letter letter = info.letter;
    if (mark.quality_of != Letter::none) {
      if (letter == Letter::a) {
        letter = mark.breve ? Letter::a_breve : Letter::a_circumflex;
      } else if (letter == Letter::e && !mark.breve) {
        letter = Letter::e_circumflex;
      } else if (letter == Letter::o && !mark.breve) {
        letter = Letter::o_circumflex;
      } else {
        return 0;
      }
    } else if (letter != Letter::a && letter != Letter::e && letter != Letter::o && letter != Letter::u &&
               letter != Letter::y && letter != Letter::o_horn && letter != Letter::u_horn) {
      return 0;
    }
    return letter_unit(letter, mark.tone, info.upper);
  }
  return 0;
}

char16_t with_viqr(char16_t base, char16_t unit) {
  const LetterInfo info = letter_info(base);
  if (info.letter == Letter::none || info.tone != Tone::ngang) return 0;
  if (info.letter == Letter::d && (unit == u'd' || unit == u'D'))
    return letter_unit(Letter::d_stroke, Tone::ngang, info.upper);
  if (const Letter letter = with_viqr_mark(info.letter, unit); letter != Letter::none) {
    return letter_unit(letter, Tone::ngang, info.upper);
  }
  const Tone tone = viqr_tone(unit);
  return tone == Tone::ngang ? u'\0' : letter_unit(info.letter, tone, info.upper);
}

std::string_view name(LegacyEncoding encoding) {
  static constexpr std::string_view names[] = {"tcvn3", "vni", "viqr", "windows-1258"};
  return names[static_cast<std::size_t>(encoding)];
}

std::optional<LegacyEncoding> legacy_encoding_from_name(std::string_view wanted) {
  for (const LegacyEncoding encoding :
       {LegacyEncoding::tcvn3, LegacyEncoding::vni, LegacyEncoding::viqr, LegacyEncoding::windows_1258}) {
    if (name(encoding) == wanted) return encoding;
  }
  return std::nullopt;
}

std::u16string decode_legacy(std::string_view bytes, LegacyEncoding encoding) {
  std::u16string units;
  units.reserve(bytes.size());
  for (const char byte : bytes) units.push_back(static_cast<unsigned char>(byte));
  std::u16string out = decode_units(units, encoding).text;
  // 0x80..0x9F last: no encoding here uses them for letters.
  for (char16_t& unit : out) {
    if (unit < 0x80 || unit > 0x9F) continue;
    const char16_t meant =
        encoding == LegacyEncoding::windows_1258 ? windows_1258[unit - 0x80] : windows_controls[unit - 0x80];
    unit = meant == 0 || encoding == LegacyEncoding::viqr ? replacement : meant;
  }
  return out;
}

EncodedText encode_legacy(std::u16string_view text, LegacyEncoding encoding) {
  if (encoding == LegacyEncoding::viqr) return encode_all_viqr(text);
  EncodedText out;
  for (std::size_t i = 0; i < text.size();) {
    const char32_t code_point = next_code_point(text, i);
    if (code_point < 0x80) {
      out.bytes.push_back(static_cast<char>(code_point));
      continue;
    }
    const char16_t unit = code_point < 0x10000 ? static_cast<char16_t>(code_point) : u'\0';
    bool done = false;
    if (unit != 0) {
      switch (encoding) {
        case LegacyEncoding::tcvn3:
          done = encode_tcvn3(unit, out.bytes);
          break;
        case LegacyEncoding::vni:
          done = encode_vni(unit, out.bytes);
          break;
        default:
          done = encode_windows_1258(unit, out.bytes);
          break;
      }
    }
    if (!done) {
      out.bytes.push_back('?');
      ++out.unmappable;
    }
  }
  return out;
}

std::u16string decode_misread(std::u16string_view text, LegacyEncoding encoding) {
  return decode_units(text, encoding).text;
}

std::u16string decode_misread(std::u16string_view text, LegacyEncoding encoding, std::vector<std::uint32_t>& places) {
  Decoded decoded = decode_units(text, encoding);
  places = std::move(decoded.places);
  if (places.empty()) {
    places.resize(decoded.text.size());
    std::iota(places.begin(), places.end(), 0U);
  }
  return std::move(decoded.text);
}

}  // namespace soat::text
