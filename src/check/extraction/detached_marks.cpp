#include "check/extraction/detached_marks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <string_view>
#include <utility>

#include "check/rules/characters.h"
#include "text/composition.h"
#include "text/letter_case.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace soat::check::extraction {
namespace {

using text::Analysis;

constexpr std::size_t enough = 3;            // places in a document
constexpr std::size_t enough_different = 2;  // words
constexpr std::size_t longest_syllable = 7;
constexpr int frequent = 9;  // class below which a syllable proves nothing

// The combining mark that a unit stands for, or 0.
char16_t mark_of(char16_t unit) {
  switch (unit) {
    case u'´':
      return 0x0301;
    case u'`':
      return 0x0300;
    case u'ˆ':
      return 0x0302;
    case u'˜':
      return 0x0303;
    case u'˘':
      return 0x0306;
    default:
      return unit >= 0x0300 && unit <= 0x036F ? unit : char16_t{0};
  }
}

bool is_letter(char16_t unit) {
  return text::letter_info(unit).letter != text::Letter::none;
}

class MarkFinder {
 public:
  MarkFinder(const Analysis& analysis, const lexicon::Lexicon& lexicon) : text_(analysis.text), lexicon_(lexicon) {}

  void read(std::uint32_t paragraph, std::vector<DetachedMark>& out) const {
    std::size_t free_from = 0;
    for (std::size_t i = 0; i < text_.size(); ++i) {
      if (text_[i] < 0x60 || (text_[i] > 0x60 && is_letter(text_[i]))) continue;
      const char16_t mark = mark_of(text_[i]);
      if (mark == 0) continue;
      DetachedMark found;
      found.paragraph = paragraph;
      if (!mend(i, mark, free_from, found)) continue;
      free_from = found.end;
      out.push_back(std::move(found));
    }
  }

 private:
  // Puts the mark on a letter of the word on its left, or on the letter behind it.
  bool mend(std::size_t at, char16_t mark, std::size_t free_from, DetachedMark& found) const {
    std::size_t left_end = at;
    if (left_end > free_from && is_blank(text_[left_end - 1])) --left_end;
    std::size_t start = left_end;
    while (start > free_from && is_letter(text_[start - 1])) --start;
    std::size_t end = at + 1;
    while (end < text_.size() && is_letter(text_[end])) ++end;
    const std::u16string_view left = text_.substr(start, left_end - start);
    const std::u16string_view right = text_.substr(at + 1, end - at - 1);
    if (left.size() + right.size() > longest_syllable || left.size() + right.size() < 2) return false;
    if (!left.empty() && try_word(std::u16string(left) + mark + std::u16string(right), found.meant)) {
      found.start = static_cast<std::uint32_t>(start);
      found.end = static_cast<std::uint32_t>(end);
      return true;
    }
    // The mark in front of its letter, as TeX sets it: tiˆeng.
    if (right.empty() || (left_end != at && !left.empty())) return false;
    std::u16string word(left);
    word += right[0];
    word += mark;
    word += right.substr(1);
    if (!try_word(word, found.meant)) return false;
    found.start = static_cast<std::uint32_t>(start);
    found.end = static_cast<std::uint32_t>(end);
    return true;
  }

  bool try_word(const std::u16string& word, std::u16string& meant) const {
    std::vector<std::uint32_t> offsets;
    text::compose_marks(word, meant, offsets);
    const text::Syllable syllable = text::parse(meant);
    return syllable && lexicon_.frequency(syllable) >= frequent;
  }

  std::u16string_view text_;
  const lexicon::Lexicon& lexicon_;
};

}  // namespace

void find_detached_marks(std::span<const Analysis> paragraphs, const lexicon::Lexicon& lexicon,
                         std::vector<DetachedMark>& out) {
  std::vector<DetachedMark> found;
  for (std::uint32_t p = 0; p < paragraphs.size(); ++p) MarkFinder(paragraphs[p], lexicon).read(p, found);
  if (found.size() < enough) return;
  std::vector<std::u16string> words;
  for (const DetachedMark& one : found) words.push_back(text::to_lower(one.meant));
  std::ranges::sort(words);
  words.erase(std::unique(words.begin(), words.end()), words.end());
  if (words.size() < enough_different) return;
  std::ranges::move(found, std::back_inserter(out));
}

}  // namespace soat::check::extraction
