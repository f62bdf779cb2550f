#include "check/letters.h"

#include <algorithm>
#include <string_view>

#include "lexicon/letter_case.h"

namespace soat::check {
namespace {

struct Vowel {
  char16_t base;
  Hat hat;
  std::u16string_view tones;  // level, huyền, hỏi, ngã, sắc, nặng
};

constexpr std::array<Vowel, 12> vowels = {{{u'a', Hat::none, u"aàảãáạ"},
                                           {u'a', Hat::breve, u"ăằẳẵắặ"},
                                           {u'a', Hat::circumflex, u"âầẩẫấậ"},
                                           {u'e', Hat::none, u"eèẻẽéẹ"},
                                           {u'e', Hat::circumflex, u"êềểễếệ"},
                                           {u'i', Hat::none, u"iìỉĩíị"},
                                           {u'o', Hat::none, u"oòỏõóọ"},
                                           {u'o', Hat::circumflex, u"ôồổỗốộ"},
                                           {u'o', Hat::horn, u"ơờởỡớợ"},
                                           {u'u', Hat::none, u"uùủũúụ"},
                                           {u'u', Hat::horn, u"ưừửữứự"},
                                           {u'y', Hat::none, u"yỳỷỹýỵ"}}};

// All letters with Vietnamese marks lie below U+0180 or in U+01A0..U+01B0 or U+1EA0..U+1EF9.
constexpr std::size_t block_of_latin = 0x1B1;
constexpr char16_t first_precomposed = 0x1EA0;
constexpr std::size_t precomposed = 0x5A;

using Table = std::array<Letter, block_of_latin + precomposed>;

constexpr std::size_t index_of(char16_t unit) {
  if (unit < block_of_latin) return unit;
  if (unit >= first_precomposed && unit < first_precomposed + precomposed)
    return block_of_latin + (unit - first_precomposed);
  return 0;
}

constexpr Table make_table() {
  Table table{};
  for (char16_t c = u'a'; c <= u'z'; ++c) table[c] = {c, Hat::none, text::Tone::ngang};
  for (const Vowel& vowel : vowels) {
    for (std::size_t tone = 0; tone < vowel.tones.size(); ++tone) {
      table[index_of(vowel.tones[tone])] = {vowel.base, vowel.hat, static_cast<text::Tone>(tone)};
    }
  }
  table[index_of(u'đ')] = {u'd', Hat::stroke, text::Tone::ngang};
  return table;
}

constexpr Table table = make_table();

constexpr std::u16string_view shared_with_neighbours = u"àáâãèéêìíòóôõùúýăđ";

}  // namespace

Letter take_apart(char16_t unit) {
  const char16_t lower = lexicon::to_lower(unit);
  const Letter& letter = table[index_of(lower)];
  return letter.base != 0 ? letter : Letter{lower, Hat::none, text::Tone::ngang};
}

bool is_vietnamese_letter(char16_t unit) {
  const char16_t lower = lexicon::to_lower(unit);
  return table[index_of(lower)].base != 0 && lower != u'f' && lower != u'j' && lower != u'w' && lower != u'z';
}

bool is_only_vietnamese(char16_t unit) {
  const char16_t lower = lexicon::to_lower(unit);
  return lower > 0x7F && table[index_of(lower)].base != 0 &&
         shared_with_neighbours.find(lower) == std::u16string_view::npos;
}

Letters::Letters(std::u16string_view word) {
  size_ = static_cast<std::uint8_t>(std::min(word.size(), capacity));
  for (std::size_t i = 0; i < size_; ++i) {
    letters_[i] = take_apart(word[i]);
    const char16_t base = letters_[i].base;
    if (base >= u'a' && base <= u'z') bases_ |= 1U << (base - u'a');
  }
}

}  // namespace soat::check
