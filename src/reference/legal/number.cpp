#include "reference/legal/number.h"

#include "reference/legal/word_lists.h"

namespace soat::reference::legal {
namespace {

// Parts of a symbol between its signs; real ones have five.
constexpr std::size_t kMostSegments = 12;

// A part of a symbol: NQ, QH, TTg, GDTrH: no tone marks, not an ordinary word.
bool abbreviation(const Line& line, std::size_t i) {
  if (!line.letters(i) || line[i].toned || line[i].end - line[i].start > 14) return false;
  return line[i].capital || line.shouting();
}

}  // namespace

std::optional<Number> number_at(const Line& line, std::size_t i) {
  Number result;
  result.first = i;
  if (!line.digits(i)) {
    // "Lệnh số L-CTN": letters first are rare and only known ones
    return std::nullopt;
  }
  result.text = line[i].key;
  std::size_t segments = 1;
  bool last_digits = true;
  std::size_t j = i + 1;
  // 08a-CV/VPTW
  if (line.letters(j) && !line[j].space_before && line[j].end - line[j].start <= 2 && !line[j].toned) {
    result.text += line.written(j);
    ++j;
  }
  // Recognition loses the first hyphen: "50 NQ/TW".
  if (line.letters(j) && abbreviation(line, j) && line.fits(symbol_kinds(), j) == 1 &&
      (line.mark(j + 1, u'/') || line.mark(j + 1, u'-')) && (line.letters(j + 2) && abbreviation(line, j + 2))) {
    result.text += u'-';
    result.text += line.written(j);
    result.letters = true;
    ++segments;
    last_digits = false;
    ++j;
  }
  for (; segments < kMostSegments && (line.mark(j, u'/') || line.mark(j, u'-')); ++segments) {
    const char16_t separator = line[j].key[0];
    const std::size_t k = j + 1;
    if (!line.digits(k) && !line.letters(k)) break;
    const bool loose = line[j].space_before && line[k].space_before;
    if (line.letters(k) && !abbreviation(line, k)) {
      // "QĐ-ttg" and the like, glued; "30/2020/nđ-cp"
      const bool begins = !line[j].space_before &&
                          (line.is(k, u"qh"_w) || line.is(k, u"ubtvqh"_w) ||
                           (line.fits(symbol_kinds(), k) == 1 && (line.mark(k + 1, u'-') || line.mark(k + 1, u'/'))));
      if (line[k].space_before || line[k].toned || (!result.letters && !begins)) break;
    }
    if (loose && line.letters(k)) {
      // "1234/QĐ-TTg - Về việc": after a loose dash only what looks like an abbreviation
      const bool shaped = line[k].all_capitals || !line[k].capital || line[k].end - line[k].start <= 4;
      if (!shaped || (result.letters && separator == u'-' && line.fits(bodies(), k) > 0 && !line[k].all_capitals))
        break;
    }
    if (loose && line.digits(k) && separator == u'-') break;
    result.text += separator;
    result.text += line.written(k);
    last_digits = line.digits(k);
    if (line.letters(k)) result.letters = true;
    if (line.digits(k) && segments == 1 && separator == u'/' && line.value(k) >= 1900 && line.value(k) < 2100)
      result.year = true;
    j = k + 1;
    // QH13, UBTVQH14, BTC1: digits and letters glued to it
    while (j < line.size() && !line[j].space_before &&
           (line.digits(j) || (line.letters(j) && last_digits && !line[j].toned)) && result.letters) {
      result.text += line.written(j);
      last_digits = line.digits(j);
      ++j;
    }
    // "QH 13" spaced out
    if (line.digits(j) && line[j].space_before && line[j].end - line[j].start <= 2 && line[k].plain.ends_with(u"qh")) {
      result.text += line[j].key;
      ++j;
    }
  }
  // A date is no number.
  if (!result.letters && segments == 3) return std::nullopt;
  if (!result.letters && segments == 2 && !result.year) {
    result.text = line[i].key;
    j = i + 1;
  }
  result.end = j;
  return result;
}

}  // namespace soat::reference::legal
