#include "reference/words.h"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

namespace soat::reference {
namespace {

// Tone marks: grave, acute, tilde, hook above, dot below.
bool is_tone(char16_t unit) {
  return unit == 0x300 || unit == 0x301 || unit == 0x303 || unit == 0x309 || unit == 0x323;
}

// Decomposed, lower case; Đ has no decomposition.
icu::UnicodeString decomposed(std::u16string_view word) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  icu::UnicodeString text(false, word.data(), static_cast<std::int32_t>(word.size()));
  icu::UnicodeString result;
  if (U_SUCCESS(status)) result = nfd->normalize(text, status);
  if (U_FAILURE(status)) result = text;
  for (std::int32_t i = 0; i < result.length(); ++i) {
    const char16_t unit = result.charAt(i);
    if (unit == 0xD0 || unit == 0x110 || unit == 0xF0) {
      result.setCharAt(i, 0x111);
    } else if (!U16_IS_SURROGATE(unit)) {
      result.setCharAt(i, static_cast<char16_t>(u_tolower(unit)));
    }
  }
  return result;
}

std::u16string key_of(const icu::UnicodeString& parts) {
  std::u16string key;
  std::u16string tones;
  for (std::int32_t i = 0; i < parts.length(); ++i) {
    (is_tone(parts.charAt(i)) ? tones : key).push_back(parts.charAt(i));
  }
  return key + tones;
}

std::u16string plain_of(const icu::UnicodeString& parts) {
  std::u16string plain;
  for (std::int32_t i = 0; i < parts.length(); ++i) {
    const char16_t unit = parts.charAt(i);
    if (unit >= 0x80 && u_charType(unit) == U_NON_SPACING_MARK) continue;
    plain.push_back(unit == 0x111 ? u'd' : unit);
  }
  return plain;
}

char16_t plain_mark(char16_t unit) {
  if ((unit >= 0x2010 && unit <= 0x2015) || unit == 0x2212 || unit == 0xAD) return u'-';
  if (unit == 0x201C || unit == 0x201D || unit == 0xAB || unit == 0xBB || unit == 0x201E) return u'"';
  if (unit == 0x2044 || unit == 0x2215 || unit == 0xFF0F) return u'/';
  return unit;
}

bool is_letter(char16_t unit) {
  const int type = u_charType(unit);
  return (type >= U_UPPERCASE_LETTER && type <= U_OTHER_LETTER) || type == U_NON_SPACING_MARK;
}

bool is_space(char16_t unit) {
  return u_isUWhiteSpace(unit) || unit == 0x200B || unit == 0xFEFF || unit == 0x200C || unit == 0x200D ||
         unit == 0x2060;
}

}  // namespace

std::u16string word_key(std::u16string_view word) {
  return key_of(decomposed(word));
}

std::u16string word_plain(std::u16string_view word) {
  return plain_of(decomposed(word));
}

std::vector<LineWord> words_of(std::u16string_view line) {
  std::vector<LineWord> words;
  bool space = true;
  for (std::size_t i = 0; i < line.size();) {
    if (is_space(line[i])) {
      space = true;
      ++i;
      continue;
    }
    LineWord word;
    word.start = i;
    word.space_before = space;
    space = false;
    if (is_letter(line[i])) {
      while (i < line.size() && is_letter(line[i])) ++i;
      word.kind = LineWord::Kind::letters;
      const auto text = line.substr(word.start, i - word.start);
      const icu::UnicodeString parts = decomposed(text);
      word.key = key_of(parts);
      word.plain = plain_of(parts);
      word.capital = u_isupper(text.front()) || text.front() == 0xD0;
      word.all_capitals = true;
      for (const char16_t unit : text) {
        if (u_islower(unit)) word.all_capitals = false;
      }
      for (const char16_t unit : word.key) {
        if (is_tone(unit)) word.toned = true;
      }
    } else if (line[i] >= u'0' && line[i] <= u'9') {
      while (i < line.size() && line[i] >= u'0' && line[i] <= u'9') ++i;
      word.kind = LineWord::Kind::digits;
      word.key = line.substr(word.start, i - word.start);
      word.plain = word.key;
    } else {
      word.key.push_back(plain_mark(line[i]));
      word.plain = word.key;
      ++i;
    }
    word.end = i;
    words.push_back(std::move(word));
  }
  return words;
}

}  // namespace soat::reference
