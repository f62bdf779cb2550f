#include "check/syllable_candidates.h"

#include <algorithm>
#include <bit>
#include <span>

#include "check/slip_cost.h"
#include "lexicon/lexicon.h"

namespace soat::check {
namespace {

// One unit of slip cost weighs as much as a factor of e^6 in frequency: misspelt forms stand at about 1 in 1,000 of
// right ones.
constexpr float cost_weight = 6.0F;
constexpr float log_of_two = 0.6931F;

}  // namespace

SyllableCandidates::SyllableCandidates(const lexicon::Lexicon& lexicon) {
  for (const text::Syllable syllable : text::possible_syllables()) {
    const std::uint8_t frequency = lexicon.frequency(syllable);
    if (frequency != 0) entries_.push_back({syllable, frequency, WordLetters(text::spell(syllable))});
  }
}

std::vector<Candidate> SyllableCandidates::find(std::u16string_view word, float limit, std::size_t most) const {
  std::vector<Candidate> found;
  if (word.empty() || word.size() > WordLetters::capacity) return found;
  const WordLetters written(word);
  for (const Entry& entry : entries_) {
    // Each base letter that only one of the two has must be added, dropped or changed (one change accounts for two).
    const int only_written = std::popcount(written.bases() & ~entry.letters.bases());
    const int only_intended = std::popcount(entry.letters.bases() & ~written.bases());
    if (0.5F * static_cast<float>(std::max(only_written, only_intended)) > limit) continue;
    const float cost = slip_cost(written, entry.letters, limit);
    if (cost > limit) continue;
    found.push_back({entry.syllable, cost, log_of_two * static_cast<float>(entry.frequency) - cost_weight * cost});
  }
  const std::size_t kept = std::min(most, found.size());
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(),
                    [](const Candidate& a, const Candidate& b) {
                      return a.score != b.score ? a.score > b.score : a.syllable < b.syllable;
                    });
  found.resize(kept);
  return found;
}

}  // namespace soat::check
