#include "review/excerpt.h"

#include <algorithm>

#include "text/char_class.h"
#include "text/utf.h"

namespace soat::review {

std::u16string excerpt(std::u16string_view paragraph, std::size_t start, std::size_t end, std::size_t context) {
  const auto is_word_unit = [](char16_t unit) { return text::CharTable::get().is_word_unit(unit); };
  std::size_t from = start - std::min(start, context);
  std::size_t to = std::min(paragraph.size(), end + context);
  if (from > 0) {
    while (from < start && is_word_unit(paragraph[from - 1])) ++from;
  }
  while (to < paragraph.size() && to > end && is_word_unit(paragraph[to])) --to;
  // The halves of a character beyond U+FFFF stay together.
  const auto parts_character = [&](std::size_t at) {
    return at > 0 && at < paragraph.size() && text::is_high_surrogate(paragraph[at - 1]) &&
           text::is_low_surrogate(paragraph[at]);
  };
  if (from < start && parts_character(from)) ++from;
  if (to > end && parts_character(to)) --to;
  std::u16string out;
  if (from > 0) out += u"…";
  out += paragraph.substr(from, start - from);
  out += u"«";
  out += paragraph.substr(start, end - start);
  out += u"»";
  out += paragraph.substr(end, to - end);
  if (to < paragraph.size()) out += u"…";
  std::ranges::replace(out, u'\ufffc', u' ');
  return out;
}

}  // namespace soat::review
