#include "check/garble/lost_syllables.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

namespace soat::check::garble {
namespace {

// The thresholds of the rules, see texts/rules.txt.
constexpr float of_strict = 0.57F;
constexpr float of_normal = 0.9F;
// Places closer together are about the same gap.
constexpr std::size_t apart = 3;
// A document lacks many words when it has so many sure places, one in so many words. In log-odds.
constexpr std::size_t many = 3;
constexpr std::size_t words_for_one = 250;
constexpr float most_for_many = 1.5F;
constexpr float for_same = 1.5F;

// Half of a word with the other half, whichever of them is lost.
std::uint32_t pair(model::WordId first, model::WordId second) {
  return std::uint32_t{first} << 16 | second;
}

}  // namespace

// By how many places of held out text have more, see tools/garble/README.md.
const GapDecision::Bounds GapDecision::of_missing{2.0F, 4.0F, of_normal};
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

std::vector<LostSyllable> LostSyllables::found() const {
  const GapDecision::Bounds& bounds = decision_.bounds();
  std::unordered_set<std::uint32_t> lost;  // pairs of a syllable and the one it is surely missing beside
  std::size_t surely = 0;
  for (const Candidate& candidate : candidates_) {
    if (candidate.odds < bounds.sure) continue;
    ++surely;
    lost.insert({candidate.behind, candidate.ahead});
  }
  const float density =
      static_cast<float>(surely * words_for_one) / static_cast<float>(std::max<std::size_t>(words_, 1));
  const float for_many = surely < many ? 0 : std::clamp(std::log(density), 0.0F, most_for_many);
  std::vector<LostSyllable> found;
  for (const Candidate& candidate : candidates_) {
    const bool again = lost.contains(candidate.behind) || lost.contains(candidate.ahead);
    const float odds = candidate.odds + for_many + (again ? for_same : 0);
    if (odds >= bounds.probable) found.push_back({candidate.place, decision_.confidence(odds)});
  }
  return found;
}

}  // namespace soat::check::garble
