#include "reference/legal/line.h"

#include <algorithm>

namespace soat::reference::legal {

using Kind = LineWord::Kind;

Line::Line(std::u16string_view text) : text_(text), words_(words_of(text)) {
  bool toned = false;
  std::size_t letters = 0;
  std::size_t capitals = 0;
  for (const LineWord& word : words_) {
    if (word.kind != Kind::letters) continue;
    if (word.key != word.plain) toned = true;
    letters += word.end - word.start;
    if (word.all_capitals) capitals += word.end - word.start;
  }
  plain_ = !toned;
  shouting_ = letters >= 12 && capitals * 10 >= letters * 9;
}

bool Line::roman(std::size_t i) const {
  return letters(i) && words_[i].all_capitals && words_[i].plain.find_first_not_of(u"ivxlc") == std::u16string::npos;
}

bool Line::ends_sentence(std::size_t i) const {
  if (!mark(i, u'.')) return false;
  if (i + 1 >= words_.size()) return true;
  if (!words_[i + 1].space_before) return false;
  // "TP. Hồ Chí Minh"
  if (i > 0 && letters(i - 1) && words_[i - 1].capital && words_[i - 1].end - words_[i - 1].start <= 2) return false;
  return words_[i + 1].capital || words_[i + 1].kind != Kind::letters;
}

int Line::value(std::size_t i) const {
  int result = 0;
  for (const char16_t unit : words_[i].key) result = std::min(result * 10 + (unit - u'0'), 1000000);
  return result;
}

std::u16string Line::slice(std::size_t first, std::size_t end) const {
  std::u16string result;
  for (std::size_t i = first; i < end; ++i) {
    if (i > first && words_[i].space_before) result.push_back(u' ');
    result.append(written(i));
  }
  return result;
}

}  // namespace soat::reference::legal
