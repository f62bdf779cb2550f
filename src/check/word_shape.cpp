#include "check/word_shape.h"

#include "check/word_letters.h"
#include "text/letter_case.h"

namespace soat::check {

WordShape shape_of(std::u16string_view word) {
  WordShape shape;
  bool in_vowels = false;
  for (const char16_t unit : word) {
    shape.only_vietnamese = shape.only_vietnamese || is_only_vietnamese(unit);
    shape.marked = shape.marked || unit > 0x7F;
    shape.foreign_letter = shape.foreign_letter || !is_vietnamese_letter(unit);
    const bool vowel = is_vowel(unit);
    if (vowel && !in_vowels) ++shape.vowel_groups;
    in_vowels = vowel;
  }
  constexpr std::u16string_view never_last = u"bdđhklqrsvx";
  constexpr std::u16string_view second_of_two = u"hgr";  // ch gh kh nh ph th, ng, tr
  const char16_t first = text::to_lower(word[0]);
  const char16_t second = text::to_lower(word[1]);
  const char16_t before_last = text::to_lower(word[word.size() - 2]);
  const char16_t last = text::to_lower(word.back());
  shape.foreign_cluster = never_last.find(last) != std::u16string_view::npos &&
                          !(last == u'h' && (before_last == u'c' || before_last == u'n'));
  if (!is_vowel(first) && !is_vowel(second)) {
    shape.foreign_cluster = shape.foreign_cluster || second_of_two.find(second) == std::u16string_view::npos ||
                            (second == u'r' && first != u't') || (second == u'g' && first != u'n');
  }
  return shape;
}

}  // namespace soat::check
