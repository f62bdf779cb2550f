#include "check/single_word.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "check/syllable_candidates.h"
#include "text/letter_case.h"
#include "text/syllable.h"

namespace soat::check {
namespace {

constexpr float dearest_slip = 2.2F;
constexpr std::size_t most_suggestions = 10;
constexpr std::size_t longest_word = 100;

bool is_letter(char16_t unit) {
  return u_isalpha(unit) != 0;
}

// The word without what stands before its first and after its last letter or digit.
struct Trimmed {
  std::u16string_view before;
  std::u16string_view word;
  std::u16string_view after;
};

Trimmed trim(std::u16string_view word) {
  const auto inside = [](char16_t unit) { return u_isalnum(unit) != 0; };
  const auto first = std::find_if(word.begin(), word.end(), inside);
  const auto last = std::find_if(word.rbegin(), word.rend(), inside).base();
  if (first == word.end()) return {word, {}, {}};
  const auto start = static_cast<std::size_t>(first - word.begin());
  const auto end = static_cast<std::size_t>(last - word.begin());
  return {word.substr(0, start), word.substr(start, end - start), word.substr(end)};
}

bool is_separator(char16_t unit) {
  return unit == u' ' || unit == 0xA0 || unit == u'-' || unit == 0x2010 || unit == 0x2011;
}

std::size_t part_end(std::u16string_view word, std::size_t start) {
  std::size_t end = start;
  while (end < word.size() && !is_separator(word[end])) ++end;
  return end;
}

bool is_known_part(const lexicon::Lexicon& lexicon, std::u16string_view part) {
  if (part.size() < 2 || std::any_of(part.begin(), part.end(), [](char16_t c) { return u_isdigit(c) != 0; }))
    return true;
  const text::Syllable syllable = text::parse(part);
  return (syllable && lexicon.attested(syllable)) || lexicon.find(part) || lexicon.is_foreign(part);
}

text::LetterCase case_of(std::u16string_view word) {
  std::size_t small = 0;
  std::size_t large = 0;
  for (const char16_t unit : word) {
    small += text::to_upper(unit) != unit;
    large += text::to_lower(unit) != unit;
  }
  if (large == 0) return text::LetterCase::lower;
  if (small == 0) return large > 1 ? text::LetterCase::upper : text::LetterCase::capitalised;
  return large == 1 && text::to_lower(word[0]) != word[0] ? text::LetterCase::capitalised : text::LetterCase::mixed;
}

}  // namespace

bool is_known(const lexicon::Lexicon& lexicon, std::u16string_view given) {
  const std::u16string_view word = trim(given).word;
  if (word.size() > longest_word || std::none_of(word.begin(), word.end(), is_letter) || lexicon.find(word))
    return true;
  for (std::size_t start = 0; start < word.size();) {
    const std::size_t end = part_end(word, start);
    if (!is_known_part(lexicon, word.substr(start, end - start))) return false;
    start = end + 1;
  }
  return true;
}

std::vector<std::u16string> suggestions_for(const lexicon::Lexicon& lexicon, const SyllableCandidates& candidates,
                                            std::u16string_view given) {
  std::vector<std::u16string> out;
  if (is_known(lexicon, given)) return out;
  const auto [before, word, after] = trim(given);
  // One part is mended at a time, the first that is not known; the others stay as they are.
  for (std::size_t start = 0; start < word.size();) {
    const std::size_t end = part_end(word, start);
    const std::u16string_view part = word.substr(start, end - start);
    if (!is_known_part(lexicon, part)) {
      for (const Candidate& candidate : candidates.find(part, dearest_slip, most_suggestions)) {
        std::u16string text(before);
        text += word.substr(0, start);
        text += text::apply_case(text::spell(candidate.syllable), case_of(part));
        text += word.substr(end);
        text += after;
        out.push_back(std::move(text));
      }
      break;
    }
    start = end + 1;
  }
  return out;
}

}  // namespace soat::check
