#include "check/syllable_candidates.h"

#include <algorithm>
#include <unordered_map>

#include "check/slips/slip_cost.h"
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
  // The frequent ones come first: once enough good candidates are known, a rare one must be very close to count.
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.frequency > b.frequency; });
  const auto number_in = [](std::vector<std::uint32_t>& sets, std::unordered_map<std::uint32_t, std::size_t>& numbers,
                            std::uint32_t set) {
    const auto [found, added] = numbers.try_emplace(set, sets.size());
    if (added) sets.push_back(set);
    return found->second;
  };
  std::unordered_map<std::uint32_t, std::size_t> by_bases;
  std::unordered_map<std::uint32_t, std::size_t> by_tones;
  for (const Entry& entry : entries_) {
    shares_.push_back({static_cast<std::uint16_t>(number_in(bases_, by_bases, entry.letters.bases())),
                       static_cast<std::uint8_t>(number_in(tones_, by_tones, entry.letters.tones()))});
  }
}

std::vector<Candidate> SyllableCandidates::find(std::u16string_view word, float limit, std::size_t most) const {
  std::vector<Candidate> found;
  if (word.empty() || word.size() > WordLetters::capacity || most == 0) return found;
  const auto better = [](const Candidate& a, const Candidate& b) {
    return a.score != b.score ? a.score > b.score : a.syllable < b.syllable;
  };
  const WordLetters written(word);
  found.reserve(most + 1);
  std::vector<float> letter_costs(bases_.size());
  std::ranges::transform(bases_, letter_costs.begin(),
                         [&](std::uint32_t set) { return least_letter_cost(written, set); });
  std::vector<float> tone_costs(tones_.size());
  std::ranges::transform(tones_, tone_costs.begin(), [&](std::uint32_t set) { return tone_cost(written, set); });
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const float least = letter_costs[shares_[i].bases] + tone_costs[shares_[i].tone];
    if (least > limit) continue;
    const Entry& entry = entries_[i];
    const float prior = log_of_two * static_cast<float>(entry.frequency);
    float worth = limit;
    if (found.size() == most) worth = std::min(limit, (prior - found.back().score) / cost_weight);
    if (least > worth) continue;
    const float cost = slip_cost(written, entry.letters, worth);
    if (cost > worth) continue;
    const Candidate candidate{entry.syllable, cost, prior - cost_weight * cost};
    found.insert(std::upper_bound(found.begin(), found.end(), candidate, better), candidate);
    if (found.size() > most) found.pop_back();
  }
  return found;
}

}  // namespace soat::check
