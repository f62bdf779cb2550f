#include "check/garble/lost_syllables.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace soat::check::garble {
namespace {

// How much more is likely to be lost where so many of the words are.
float for_many(const GapDecision::Bounds& bounds, float lost, std::size_t words, float most) {
  if (lost < bounds.many) return 0;
  return std::clamp(std::log(lost * bounds.words_for_one / static_cast<float>(std::max<std::size_t>(words, 1))), 0.0F,
                    most);
}

// Half of a word with the other half, whichever of them is lost.
std::uint32_t pair(model::WordId first, model::WordId second) {
  return std::uint32_t{first} << 16 | second;
}

}  // namespace

GapDecision::Bounds GapDecision::Bounds::of(const RuleWeights::Of& weights, GapFault fault) {
  const bool missing = fault == GapFault::missing;
  Bounds bounds;
  bounds.probable = weights[missing ? "missing-probable" : "wrong-probable"];
  bounds.sure = weights[missing ? "missing-sure" : "wrong-sure"];
  bounds.probable_confidence = weights["lost-probable-confidence"];
  bounds.sure_confidence = weights["lost-sure-confidence"];
  bounds.almost_sure_confidence = weights["lost-almost-sure-confidence"];
  bounds.apart = static_cast<std::size_t>(weights["lost-apart"]);
  bounds.many = weights["lost-many"];
  bounds.words_for_one = weights["lost-words-for-one"];
  bounds.most_for_many_sure = weights["lost-most-for-many-sure"];
  bounds.most_for_many = weights["lost-most-for-many"];
  bounds.for_again = weights["lost-for-again"];
  return bounds;
}

GapDecision GapDecision::load(const std::filesystem::path& trees, const Bounds& bounds) {
  return {Trees(Trees::read(trees, gap_feature_names)), bounds};
}

float GapDecision::confidence(float odds) const {
  const Bounds& b = bounds_;
  if (odds >= b.sure) return b.sure_confidence;
  return b.probable_confidence +
         (b.sure_confidence - b.probable_confidence) * (odds - b.probable) / (b.sure - b.probable);
}

void LostSyllables::take(std::uint32_t paragraph, ngram::ScoredSentence& sentence, bool is_copy) {
  const GapDecision::Bounds& bounds = decision_.bounds();
  if (!is_copy) words_ += sentence.size();
  const std::size_t first = candidates_.size();
  search_.find(sentence, [&](const Gap& gap) {
    const float odds = decision_.odds(gap);
    if (odds < bounds.probable - bounds.most_for_many - bounds.for_again) return;
    // Of places close together the likeliest is the gap.
    if (candidates_.size() > first && gap.before < candidates_.back().before + bounds.apart) {
      if (candidates_.back().odds >= odds) return;
      candidates_.pop_back();
    }
    Candidate& candidate = candidates_.emplace_back();
    candidate.before = gap.before;
    candidate.odds = odds;
    candidate.is_copy = is_copy;
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
  for (const Candidate& candidate : candidates_) {
    if (!candidate.is_copy) sum += 1 / (1 + std::exp(-candidate.odds));
  }
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
    if (candidate.is_copy || candidate.odds < bounds.probable) continue;
    for (const std::uint32_t pair : {candidate.behind, candidate.ahead}) {
      ++lost_probably[pair];
      if (candidate.odds >= bounds.sure) ++lost_surely[pair];
    }
    if (candidate.odds >= bounds.sure) ++surely;
  }
  const float for_many_sure = for_many(bounds, surely, words_, bounds.most_for_many_sure);
  const float for_many_probable = for_many(bounds, expected(), words_, bounds.most_for_many);
  const auto again = [&bounds](const Candidate& candidate, const Pairs& lost, float least) {
    const int itself = candidate.odds >= least ? 1 : 0;
    const auto count = [&](std::uint32_t pair) {
      const auto found = lost.find(pair);
      return found == lost.end() ? 0 : found->second;
    };
    return std::max(count(candidate.behind), count(candidate.ahead)) > itself ? bounds.for_again : 0;
  };
  std::vector<LostSyllable> found;
  for (const Candidate& candidate : candidates_) {
    const float odds = candidate.odds + for_many_sure + again(candidate, lost_surely, bounds.sure);
    const float more_odds = candidate.odds + for_many_probable + again(candidate, lost_probably, bounds.probable);
    if (std::max(odds, more_odds) < bounds.probable) continue;
    const float confidence = std::min(decision_.confidence(std::max(odds, more_odds)), bounds.almost_sure_confidence);
    found.push_back({candidate.place, odds < bounds.sure ? confidence : decision_.confidence(odds)});
  }
  return found;
}

}  // namespace soat::check::garble
