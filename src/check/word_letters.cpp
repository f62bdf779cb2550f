#include "check/word_letters.h"

#include <algorithm>

namespace soat::check {
namespace {

// Eth and African D, which stand for đ in text from old fonts and foreign keyboards.
constexpr std::u16string_view looks_like_d_stroke = u"\u00D0\u00F0\u0189\u0256";

constexpr std::u16string_view shared_with_others = u"àáâãèéêìíòóôõùúýăđ";

}  // namespace

bool is_vietnamese_letter(char16_t unit) {
  const text::Letter letter = text::letter_info(unit).letter;
  constexpr std::u16string_view foreign = u"fjwz";
  return letter != text::Letter::none && foreign.find(text::letter_unit(letter)) == std::u16string_view::npos;
}

bool is_only_vietnamese(char16_t unit) {
  if (unit < 0x80) return false;
  const text::LetterInfo info = text::letter_info(unit);
  return info.letter != text::Letter::none &&
         shared_with_others.find(text::letter_unit(info.letter, info.tone)) == std::u16string_view::npos;
}

bool is_vowel(char16_t unit) {
  return text::is_vowel(text::letter_info(unit).letter);
}

bool has_vowel(std::u16string_view word) {
  return std::any_of(word.begin(), word.end(), is_vowel);
}

bool has_marks(std::u16string_view word) {
  return std::any_of(word.begin(), word.end(), [](char16_t unit) { return unit > 0x7F; });
}

WordLetters::WordLetters(std::u16string_view word) {
  size_ = static_cast<std::uint8_t>(std::min(word.size(), capacity));
  for (std::size_t i = 0; i < size_; ++i) {
    letters_[i] = text::letter_info(word[i]);
    letters_[i].upper = false;
    if (looks_like_d_stroke.find(word[i]) != std::u16string_view::npos) letters_[i].letter = text::Letter::d_stroke;
    if (letters_[i].tone != text::Tone::ngang) tones_ |= 1U << static_cast<unsigned>(letters_[i].tone);
    marked_ = marked_ || word[i] > 0x7F;
    bases_ |= 1U << static_cast<unsigned>(text::base_letter(letters_[i].letter));
  }
}

}  // namespace soat::check
