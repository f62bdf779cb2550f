#include "check/single_word.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cstddef>

#include "check/joined_syllables.h"
#include "check/syllable_candidates.h"
#include "check/word_shape.h"
#include "text/char_class.h"
#include "text/letter_case.h"
#include "text/patterns.h"
#include "text/syllable.h"

namespace soat::check {
namespace {

constexpr float dearest_slip = 2.2F;
constexpr float near_slip = 1.0F;
constexpr float near_slip_of_name = 0.6F;
constexpr int frequent = 14;  // class of syllables that occur once in about 15,000
constexpr std::size_t longest_syllable = 7;
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
  return unit == u' ' || unit == 0xA0 || text::is_hyphen(unit);
}

std::size_t part_end(std::u16string_view word, std::size_t start) {
  std::size_t end = start;
  while (end < word.size() && !is_separator(word[end])) ++end;
  return end;
}

bool is_listed(const lexicon::Lexicon& lexicon, std::u16string_view part) {
  if (part.size() < 2 || std::any_of(part.begin(), part.end(), [](char16_t c) { return u_isdigit(c) != 0; }))
    return true;
  const text::Syllable syllable = text::parse(part);
  return (syllable && lexicon.attested(syllable)) || lexicon.find(part) || lexicon.is_foreign(part);
}

// Whether an unlisted word claims to be Vietnamese: by letters that no other language has, or because it is next to a
// frequent syllable.
bool looks_vietnamese(const lexicon::Lexicon& lexicon, const SyllableCandidates& candidates, std::u16string_view part) {
  const WordShape shape = shape_of(part);
  if (shape.only_vietnamese) return true;
  if (shape.foreign_letter || shape.foreign_cluster || shape.vowel_groups != 1) return false;
  const text::LetterCase letter_case = text::letter_case(part);
  if (!shape.marked && letter_case != text::LetterCase::lower) return false;
  const bool name = letter_case != text::LetterCase::lower;
  const std::vector<Candidate> near = candidates.find(part, name ? near_slip_of_name : near_slip, 1);
  return !near.empty() && lexicon.frequency(near.front().syllable) >= frequent;
}

bool is_known_part(const lexicon::Lexicon& lexicon, const SyllableCandidates& candidates, std::u16string_view part) {
  return is_listed(lexicon, part) || !looks_vietnamese(lexicon, candidates, part);
}

}  // namespace

bool is_known(const lexicon::Lexicon& lexicon, const SyllableCandidates& candidates, std::u16string_view given) {
  const std::u16string_view word = trim(given).word;
  if (word.size() > longest_word || std::none_of(word.begin(), word.end(), is_letter) || lexicon.find(word) ||
      text::is_part_of_address(word))
    return true;
  for (std::size_t start = 0; start < word.size();) {
    const std::size_t end = part_end(word, start);
    if (!is_known_part(lexicon, candidates, word.substr(start, end - start))) return false;
    start = end + 1;
  }
  return true;
}

std::vector<std::u16string> suggestions_for(const lexicon::Lexicon& lexicon, const SyllableCandidates& candidates,
                                            std::u16string_view given) {
  std::vector<std::u16string> out;
  if (is_known(lexicon, candidates, given)) return out;
  const auto [before, word, after] = trim(given);
  // One part is mended at a time, the first that is not known; the others stay as they are.
  for (std::size_t start = 0; start < word.size();) {
    const std::size_t end = part_end(word, start);
    const std::u16string_view part = word.substr(start, end - start);
    if (!is_known_part(lexicon, candidates, part)) {
      const auto add = [&, b = before, a = after, w = word](std::u16string_view right) {
        std::u16string text(b);
        text += w.substr(0, start);
        text += right;
        text += w.substr(end);
        text += a;
        out.push_back(std::move(text));
      };
      const text::LetterCase letter_case = text::letter_case(part);
      const SyllableCut cut = cut_into_syllables(part, letter_case == text::LetterCase::mixed, lexicon);
      const bool joined = cut.marked && (part.size() > longest_syllable || letter_case == text::LetterCase::mixed);
      if (joined) add(cut.apart());
      for (const Candidate& candidate : candidates.find(part, dearest_slip, most_suggestions)) {
        add(text::apply_case(text::spell(candidate.syllable).view(), letter_case));
      }
      if (cut.marked && !joined && out.size() < most_suggestions) add(cut.apart());
      if (out.size() > most_suggestions) out.pop_back();
      break;
    }
    start = end + 1;
  }
  return out;
}

}  // namespace soat::check
