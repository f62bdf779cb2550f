#include "check/garble/half_words.h"

#include <algorithm>
#include <cstddef>

#include "model/token_stream.h"
#include "text/letter_case.h"

namespace soat::check::garble {
namespace {

// In nats. Counted on clean text of all genres and on the same with a syllable left out here and there.
constexpr float strongest_function_word = -7.4F;  // log-probabilities of a word alone, above which it is one
constexpr float most_frequent = 13.3F;            // log count, above which it is one too
constexpr float commonest_half = -5.9F;           // and above which it stands beside anything
constexpr float no_bond = -100.0F;
constexpr float least_bond = -7.5F;              // log p(x | y) + log p(y | x) of two syllables of one word
constexpr float least_surprise = -7.0F;          // of the word behind the place
constexpr float least_sure_surprise = -9.0F;     // the same where only sure places are wanted
constexpr float least_surprise_behind = -12.0F;  // of it and those that follow
constexpr std::size_t behind = 3;                // how many they are
constexpr std::uint32_t most_neighbours = 1500;  // of a word; what has more is no half
constexpr float least_sense = -12.0F;            // of the syllable and those words; below it the text is strange anyway
constexpr float least_fit_of_half = -6.5F;       // of the syllable behind what stands before it
constexpr float likely_gain = 5.6F;
constexpr float sure_gain = 6.8F;
// Of gain and bond together, which is below 0.
constexpr float likely_sum = 0.0F;
constexpr float sure_sum = 5.0F;
constexpr float sum_of_a_fit = 0.5F;  // enough where hardly anything else can follow
constexpr float perfect_fit = -0.12F;
constexpr float sure = 0.9F;
constexpr float likely = 0.6F;

bool is_name(const model::Item& item) {
  return item.capitalised && item.letter_case == text::LetterCase::capitalised;
}

}  // namespace

float HalfWords::alone(model::WordId word) const {
  return model_.score(model_.no_context(), word).log_probability;
}

// How closely a syllable belongs to the two it may stand between; no_bond where one of them stands beside anything.
HalfWords::Bond HalfWords::bond_between(const Half& first, model::WordId word, const Half& second) const {
  model::State state;
  const float word_alone = model_.score(model_.no_context(), word, state).log_probability;
  Bond bond{no_bond, no_bond};
  if (first.is_half) bond.first = 2 * model_.score(first.state, word).log_probability + first.alone - word_alone;
  if (second.is_half) bond.second = 2 * model_.score(state, second.word).log_probability + word_alone - second.alone;
  return bond;
}

HalfWords::Half HalfWords::half(const ngram::ScoredSentence& sentence, std::size_t i) const {
  Half half;
  half.word = facts_.small(sentence.word(i));
  half.alone = model_.score(model_.no_context(), half.word, half.state).log_probability;
  half.is_half = half.alone < commonest_half && !is_name(sentence.item(i));
  return half;
}

// The best syllable to put before word i.
HalfWords::Best HalfWords::best_between(ngram::ScoredSentence& sentence, std::size_t i) {
  Best best;
  const Half first = half(sentence, i - 1);
  const Half second = half(sentence, i);
  if (!first.is_half && !second.is_half) return best;
  const float without = sentence.sum(i, std::min(i + behind, sentence.size() + 1));
  // What follows a syllable adds nothing above 0, so that few of them need more than a look.
  const float least_with = std::max(least_sense, without + (least_ > likely ? sure_gain : likely_gain));
  const float least_fit = std::max(least_with, least_fit_of_half);
  find_between(model_, predecessors_, first.word, second.word, most_neighbours, between_);
  scores_.resize(between_.size());
  model_.score_ascending(sentence.before(i), between_, scores_);
  for (std::size_t k = 0; k < between_.size(); ++k) {
    const float fit = scores_[k].log_probability;
    const model::WordId word = between_[k];
    if (fit <= least_fit || facts_.frequency(word) > most_frequent || model_.is_capitalised(word) ||
        !model_.syllable(word).valid() || alone(word) > strongest_function_word)
      continue;
    model::State state;
    model_.score(sentence.before(i).state, word, state);
    float with = fit + model_.score(state, sentence.word(i), state).log_probability;
    if (with <= least_with) continue;
    sentence.score_on(state, i, 1, behind,
                      [&](std::size_t, const model::Score& score) { with += score.log_probability; });
    if (with <= least_with || with - without <= best.gain) continue;
    const Bond bond = bond_between(first, word, second);
    const float closest = std::max(bond.first, bond.second);
    if (closest > least_bond) best = {word, with - without, closest, fit, bond.first > bond.second};
  }
  return best;
}

// Whether a word of two syllables ends before word i and another begins with it (phân chia | rủi ro): then neither
// lacks one, strange as the two may be beside each other.
bool HalfWords::stands_between_words(const ngram::ScoredSentence& sentence, std::size_t i) const {
  if (i < 2 || i + 1 >= sentence.size()) return false;
  const auto is_word = [&](std::size_t first) {
    const Half a = half(sentence, first);
    const model::WordId b = facts_.small(sentence.word(first + 1));
    return 2 * model_.score(a.state, b).log_probability + a.alone - alone(b) > least_bond;
  };
  return is_word(i - 2) && is_word(i);
}

// 0 when nothing is missing.
float HalfWords::confidence_of(const Best& best) {
  const float sum = best.gain + best.bond;
  const bool fits = best.ends_word && best.fit > perfect_fit && sum > sum_of_a_fit;
  if (best.gain > sure_gain && (sum > sure_sum || fits)) return sure;
  return best.gain > likely_gain && sum > likely_sum ? likely : 0;
}

void HalfWords::take(std::uint32_t paragraph, ngram::ScoredSentence& sentence) {
  const float surprise = least_ > likely ? least_sure_surprise : least_surprise;
  for (std::size_t i = 1; i < sentence.size(); ++i) {
    const model::Item& before = sentence.item(i - 1);
    const model::Item& after = sentence.item(i);
    if (sentence.score(i).order > 2 || sentence.score(i).log_probability > surprise ||
        sentence.sum(i, std::min(i + behind, sentence.size() + 1)) > least_surprise_behind)
      continue;
    if (before.kind != model::Item::Kind::syllable || after.kind != model::Item::Kind::syllable ||
        after.start != before.end + 1)
      continue;
    const Best best = best_between(sentence, i);
    const float confidence = confidence_of(best);
    if (confidence == 0 || stands_between_words(sentence, i)) continue;
    HalfWord found;
    found.missing.paragraph = paragraph;
    found.missing.start = found.missing.end = before.end;
    found.missing.filler[0] = best.word;
    found.missing.filler_size = 1;
    found.confidence = confidence;
    found_.push_back(found);
  }
}

}  // namespace soat::check::garble
