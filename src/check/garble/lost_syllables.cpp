#include "check/garble/lost_syllables.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace soat::check::garble {
namespace {

// The thresholds of the rules, see texts/rules.txt.
constexpr float of_strict = 0.57F;
constexpr float of_normal = 0.9F;
// Places closer together are about the same gap.
constexpr std::size_t apart = 3;
// A document lacks many words when so many are likely to be lost, one in so many words. In log-odds; what only many
// together say is never sure.
constexpr float many = 3;
constexpr float words_for_one = 250;
constexpr float most_for_many_sure = 1.5F;
constexpr float most_for_many = 2.5F;
constexpr float for_same = 1.5F;
constexpr float almost_sure = of_normal - 0.01F;

// How much more is likely to be lost where so many of the words are.
float for_many(float lost, std::size_t words, float most) {
  if (lost < many) return 0;
  return std::clamp(std::log(lost * words_for_one / static_cast<float>(std::max<std::size_t>(words, 1))), 0.0F, most);
}

// Half of a word with the other half, whichever of them is lost.
std::uint32_t pair(model::WordId first, model::WordId second) {
  return std::uint32_t{first} << 16 | second;
}

}  // namespace

// By how many places of held out text have more, see tools/garble/README.md.
const GapDecision::Bounds GapDecision::of_missing{2.0F, 3.5F, of_normal};
const GapDecision::Bounds GapDecision::of_wrong{3.0F, 4.5F, of_normal};

GapDecision GapDecision::load(const std::filesystem::path& trees, const Bounds& bounds) {
  return {Trees(Trees::read(trees, gap_feature_names)), bounds};
}

float GapDecision::confidence(float odds) const {
  if (odds >= bounds_.sure) return bounds_.confidence;
  return of_strict + (of_normal - of_strict) * (odds - bounds_.probable) / (bounds_.sure - bounds_.probable);
}

void LostSyllables::take(std::uint32_t paragraph, ngram::ScoredSentence& sentence) {
  words_ += sentence.size();
  const std::size_t first = candidates_.size();
  search_.find(sentence, [&](const Gap& gap) {
    const float odds = decision_.odds(gap);
    if (odds < decision_.bounds().probable - most_for_many - for_same) return;
    // Of places close together the likeliest is the gap.
    if (candidates_.size() > first && gap.before < candidates_.back().before + apart) {
      if (candidates_.back().odds >= odds) return;
      candidates_.pop_back();
    }
    Candidate& candidate = candidates_.emplace_back();
    candidate.before = gap.before;
    candidate.odds = odds;
    candidate.behind = pair(gap.first, gap.word);
    candidate.ahead = pair(gap.word, gap.second);
    Replacement& place = candidate.place;
    place.paragraph = paragraph;
    place.begins_sentence = gap.before == 0;
    place.filler[0] = gap.word;
    place.filler_size = 1;
    if (gap.written > 0) {
      place.start = sentence.item(gap.before).start;
      place.end = sentence.item(gap.before).end;
      place.window[0] = sentence.word(gap.before);
      place.window_size = 1;
    } else {
      place.start = gap.before > 0 ? sentence.item(gap.before - 1).end : sentence.item(0).start;
      place.end = place.start;
    }
  });
}

// How many are likely to be lost.
float LostSyllables::expected() const {
  float sum = 0;
  for (const Candidate& candidate : candidates_) sum += 1 / (1 + std::exp(-candidate.odds));
  return sum;
}

std::vector<LostSyllable> LostSyllables::found() const {
  const GapDecision::Bounds& bounds = decision_.bounds();
  // How often a syllable is missing beside another, by the pair.
  using Pairs = std::unordered_map<std::uint32_t, int>;
  Pairs lost_surely;
  Pairs lost_probably;
  float surely = 0;
  for (const Candidate& candidate : candidates_) {
    if (candidate.odds < bounds.probable) continue;
    for (const std::uint32_t pair : {candidate.behind, candidate.ahead}) {
      ++lost_probably[pair];
      if (candidate.odds >= bounds.sure) ++lost_surely[pair];
    }
    if (candidate.odds >= bounds.sure) ++surely;
  }
  const float for_many_sure = for_many(surely, words_, most_for_many_sure);
  const float for_many_probable = for_many(expected(), words_, most_for_many);
  const auto again = [](const Candidate& candidate, const Pairs& lost, float least) {
    const int itself = candidate.odds >= least ? 1 : 0;
    const auto count = [&](std::uint32_t pair) {
      const auto found = lost.find(pair);
      return found == lost.end() ? 0 : found->second;
    };
    return std::max(count(candidate.behind), count(candidate.ahead)) > itself ? for_same : 0;
  };
  std::vector<LostSyllable> found;
  for (const Candidate& candidate : candidates_) {
    const float odds = candidate.odds + for_many_sure + again(candidate, lost_surely, bounds.sure);
    const float more_odds = candidate.odds + for_many_probable + again(candidate, lost_probably, bounds.probable);
    if (std::max(odds, more_odds) < bounds.probable) continue;
    const float confidence = std::min(decision_.confidence(std::max(odds, more_odds)), almost_sure);
    found.push_back({candidate.place, odds < bounds.sure ? confidence : decision_.confidence(odds)});
  }
  return found;
}

}  // namespace soat::check::garble
