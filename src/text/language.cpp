#include "text/language.h"

#include <algorithm>
#include <cstddef>
#include <span>
#include <string>
#include <utility>

#include "text/analysis.h"
#include "text/letters.h"
#include "text/syllable.h"

namespace soat::text {

namespace {

// Of a stretch of text.
struct Counts {
  std::size_t words = 0;
  std::size_t distinctive = 0;      // have a letter that hardly another language has
  std::size_t marked = 0;           // have any letter with a mark
  std::size_t syllables = 0;        // could be a Vietnamese syllable
  std::size_t shaped = 0;           // could be one, rightly spelt or not: nguời, nghành
  std::size_t clusters = 0;         // of those, begin or end as few languages' words do: nghi, thuong, nhung
  std::size_t marked_clusters = 0;  // of those with a mark: nghành, but neither già nor bién
};

// Marks that French, German, Spanish, Portuguese and their kin have too: à á â ã è é ê ì í ò ó ô õ ù ú ý.
bool is_distinctive(char16_t unit) {
  const LetterInfo info = letter_info(unit);
  switch (info.letter) {
    case Letter::none:
      return false;
    case Letter::a_breve:
    case Letter::d_stroke:
    case Letter::o_horn:
    case Letter::u_horn:
      return true;
    case Letter::a_circumflex:
    case Letter::e_circumflex:
    case Letter::o_circumflex:
      return info.tone != Tone::ngang;
    case Letter::a:
    case Letter::o:
      return info.tone == Tone::hoi || info.tone == Tone::nang;
    default:
      return info.tone == Tone::hoi || info.tone == Tone::nang || info.tone == Tone::nga;
  }
}

bool has_mark(char16_t unit) {
  return letter_info(unit).letter == Letter::none ? unit > 0x7F
                                                  : base_letter(letter_info(unit).letter) != letter_info(unit).letter ||
                                                        letter_info(unit).tone != Tone::ngang;
}

// Onsets and vowels that make a bare syllable look Vietnamese and not English.
bool is_cluster(const Syllable& syllable, std::u16string_view word) {
  if (word.size() < 3) return false;
  const bool vowels = syllable.nucleus() == Nucleus::ie || syllable.nucleus() == Nucleus::uo;
  const bool onset = syllable.onset() == Onset::ng || syllable.onset() == Onset::nh || syllable.onset() == Onset::kh ||
                     syllable.onset() == Onset::gi;
  return vowels || onset || syllable.coda() == Coda::nh;
}

// The syllables whose letters a word has, marks left out of account; of ngh before another vowel those with ng.
std::span<const Syllable> alike(std::u16string_view word) {
  const auto family = family_members(family_key(word));
  if (!family.empty() || word.size() < 4 || (word[2] != u'h' && word[2] != u'H')) return family;
  const std::u16string without = std::u16string(word.substr(0, 2)).append(word.substr(3));
  const auto others = family_members(family_key(without));
  return !others.empty() && others.front().onset() == Onset::ng ? others : family;
}

// Consonants round one vowel that hardly a word of French, Italian, Portuguese or Spanish has.
bool has_own_consonants(const Syllable& syllable) {
  return syllable.onset() == Onset::ng || syllable.onset() == Onset::nh || syllable.onset() == Onset::kh ||
         syllable.coda() == Coda::nh;
}

Counts count(const Analysis& analysis, std::uint32_t start, std::uint32_t end) {
  Counts counts;
  for (const Token& token : analysis.tokens) {
    if (token.start < start || token.end > end || token.kind != TokenKind::word) continue;
    const std::u16string_view word = analysis.view(token);
    ++counts.words;
    counts.distinctive += std::ranges::any_of(word, is_distinctive);
    const bool marked = std::ranges::any_of(word, has_mark);
    counts.marked += marked;
    // Without its marks a word stands for all syllables that are written so with marks: viec for việc.
    const auto family = alike(word);
    counts.syllables += token.syllable.valid() || (!marked && !family_members(family_key(word)).empty());
    counts.shaped += !family.empty();
    counts.clusters += !family.empty() && is_cluster(family.front(), word);
    counts.marked_clusters += marked && !family.empty() && has_own_consonants(family.front());
  }
  return counts;
}

bool is_vietnamese(const Counts& counts) {
  constexpr std::size_t enough_bare_words = 12;
  constexpr std::size_t enough_marked_words = 5;
  const bool all_shaped = counts.shaped == counts.words;
  if (counts.distinctive > 0) {
    // A tenth and more of the words of any Vietnamese text; a name or two in a text of another language are less.
    return counts.distinctive * 8 >= counts.words &&
           (counts.syllables * 2 >= counts.words || (all_shaped && counts.clusters > 0));
  }
  if (counts.marked > 0) {
    // Marks that other languages have too: São Paulo, à la carte. In a heading they may be all that there are, and then
    // each word must look Vietnamese, and one or many of them like nothing else.
    return all_shaped && counts.words >= 2 && counts.marked * 2 >= counts.words &&
           (counts.marked_clusters > 0 || counts.words >= enough_marked_words);
  }
  return counts.words >= enough_bare_words && counts.syllables * 20 >= counts.words * 19 &&
         counts.clusters * 6 >= counts.words;
}

// In another language beyond doubt: few of its words could be syllables, and none has a letter of Vietnamese alone.
bool is_foreign(const Counts& counts) {
  return counts.words >= 3 && counts.distinctive == 0 && counts.syllables * 3 <= counts.words * 2;
}

char16_t closing_of(char16_t quote) {
  switch (quote) {
    case u'“':
      return u'”';
    case u'«':
      return u'»';
    case u'‘':
      return u'’';
    case u'"':
      return u'"';
    default:
      return 0;
  }
}

// What stands between quotation marks in the composed text, in order, without the marks.
std::vector<Stretch> quotations(std::u16string_view text) {
  std::vector<Stretch> found;
  for (std::size_t open = 0; open < text.size(); ++open) {
    const char16_t closing = closing_of(text[open]);
    if (closing == 0) continue;
    const std::size_t close = text.find(closing, open + 1);
    if (close == std::u16string_view::npos) continue;
    found.push_back({static_cast<std::uint32_t>(open + 1), static_cast<std::uint32_t>(close)});
    open = close;
  }
  return found;
}

}  // namespace

bool is_vietnamese_text(std::u16string_view paragraph) {
  Analysis analysis;
  analyse(paragraph, analysis);
  return is_vietnamese(count(analysis, 0, static_cast<std::uint32_t>(analysis.text.size())));
}

std::vector<Stretch> vietnamese_stretches(std::u16string_view paragraph) {
  Analysis analysis;
  analyse(paragraph, analysis);
  const auto size = static_cast<std::uint32_t>(analysis.text.size());
  Counts all = count(analysis, 0, size);
  std::vector<Stretch> foreign;
  for (const Stretch& quotation : quotations(analysis.text)) {
    const Counts quoted = count(analysis, quotation.start, quotation.end);
    if (!is_foreign(quoted)) continue;
    foreign.push_back(quotation);
    all.words -= quoted.words;
    all.marked -= quoted.marked;
    all.syllables -= quoted.syllables;
    all.shaped -= quoted.shaped;
    all.clusters -= quoted.clusters;
  }
  std::vector<Stretch> stretches;
  if (!is_vietnamese(all)) return stretches;
  std::uint32_t start = 0;
  const auto add = [&](std::uint32_t end) {
    if (start >= end) return;
    const auto [from, to] = analysis.original_span(start, end);
    stretches.push_back({from, to});
  };
  for (const Stretch& quotation : foreign) {
    add(quotation.start);
    start = quotation.end;
  }
  add(size);
  return stretches;
}

}  // namespace soat::text
