#include "check/syllable_candidates.h"

#include <algorithm>
#include <array>
#include <utility>

#include "lexicon/lexicon.h"

namespace soat::check {
namespace {

// One unit of slip cost weighs as much as a factor of e^6 in frequency: misspelt forms stand at about 1 in 1,000 of
// right ones.
constexpr float cost_weight = 6.0F;
constexpr float log_of_two = 0.6931F;

}  // namespace

SyllableCandidates::SyllableCandidates(const lexicon::Lexicon& lexicon) {
  struct Known {
    Entry entry;
    WordLetters letters;
  };
  std::vector<Known> all;
  for (const text::Syllable syllable : text::possible_syllables()) {
    const std::uint8_t frequency = lexicon.frequency(syllable);
    if (frequency == 0) continue;
    const WordLetters letters(text::spell(syllable));
    const auto tone = static_cast<std::size_t>(std::ranges::find(tones_, letters.tones()) - tones_.begin());
    if (tone == tones_.size()) tones_.push_back(letters.tones());
    all.push_back({{syllable, static_cast<std::uint8_t>(letters.size()), static_cast<std::uint8_t>(tone),
                    log_of_two * static_cast<float>(frequency)},
                   letters});
  }
  std::ranges::stable_sort(all, {}, [](const Known& one) { return one.letters.bases(); });
  for (const auto& [entry, letters] : all) {
    const auto place = static_cast<std::uint32_t>(entries_.size());
    if (sets_.empty() || sets_.back().letters.bases != letters.bases())
      sets_.push_back({LetterSet(letters.bases()), place, place});
    entries_.push_back(entry);
    letters_.push_back(letters);
    sets_.back().end = place + 1;
  }
}

std::vector<Candidate> SyllableCandidates::find(std::u16string_view word, float limit, std::size_t most) const {
  std::vector<Candidate> found;
  if (word.empty() || word.size() > WordLetters::capacity || most == 0) return found;
  const WordLetters written(word);
  const LetterSet written_set(written.bases());
  std::array<float, 8> tone_costs{};
  for (std::size_t i = 0; i < tones_.size(); ++i) tone_costs[i] = tone_cost(written, tones_[i]);
  // What each can score at most; the best are compared first, until no other can be among those that are wanted.
  struct Hope {
    float score;
    std::uint32_t entry;
  };
  std::vector<Hope> hopes;
  for (const Set& set : sets_) {
    const float letters = least_letter_cost(written_set, set.letters, limit);
    if (letters > limit) continue;
    for (std::uint32_t i = set.begin; i < set.end; ++i) {
      const Entry& entry = entries_[i];
      const float least = tone_costs[entry.tone] + std::max(letters, least_size_cost(written.size(), entry.size));
      if (least <= limit) hopes.push_back({entry.prior - cost_weight * least, i});
    }
  }
  const auto worse = [](const Hope& a, const Hope& b) { return a.score < b.score; };
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.syllable < b.syllable;
  };
  // What rounding can make of a score.
  constexpr float slack = 0.001F;
  std::ranges::make_heap(hopes, worse);
  found.reserve(most + 1);
  for (; !hopes.empty(); hopes.pop_back()) {
    std::ranges::pop_heap(hopes, worse);
    const auto [hope, i] = hopes.back();
    float worth = limit;
    if (found.size() == most) {
      if (hope < found.back().score - slack) break;
      worth = std::min(limit, (entries_[i].prior - found.back().score + slack) / cost_weight);
    }
    const float cost = slip_cost(written, letters_[i], worth);
    if (cost > worth) continue;
    const Candidate candidate{entries_[i].syllable, cost, entries_[i].prior - cost_weight * cost};
    found.insert(std::ranges::upper_bound(found, candidate, better), candidate);
    if (found.size() > most) found.pop_back();
  }
  return found;
}

}  // namespace soat::check
