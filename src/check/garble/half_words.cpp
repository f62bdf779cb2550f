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
constexpr float least_surprise = -9.0F;          // of the word behind the place
constexpr float least_surprise_behind = -12.0F;  // of it and those that follow
constexpr std::size_t behind = 3;                // how many they are
constexpr std::uint32_t most_neighbours = 1500;  // of a word; what has more is no half
constexpr float least_sense = -12.0F;            // of the syllable and those words; below it the text is strange anyway
constexpr float likely_gain = 6.2F;
constexpr float sure_gain = 6.8F;
// Of gain and bond together, which is below 0.
constexpr float likely_sum = 2.0F;
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

// The syllables between two that make a word with one of them. The same two meet again and again.
const HalfWords::Bonds& HalfWords::bonds_between(model::WordId first, model::WordId second) {
  const auto [entry, is_new] = bonds_.try_emplace(std::uint64_t{first} << 32 | second);
  Bonds& bonds = entry->second;
  if (!is_new) return bonds;
  model::State behind_first;
  const float first_alone = model_.score(model_.no_context(), first, behind_first).log_probability;
  const float second_alone = alone(second);
  if (first_alone > commonest_half && second_alone > commonest_half) return bonds;
  find_between(model_, predecessors_, first, second, most_neighbours, between_);
  scores_.resize(between_.size());
  model_.score_ascending(model_.context(behind_first), between_, scores_);
  for (std::size_t k = 0; k < between_.size(); ++k) {
    const model::WordId word = between_[k];
    if (facts_.frequency(word) > most_frequent || model_.is_capitalised(word) || !model_.syllable(word).valid())
      continue;
    model::State state;
    const float word_alone = model_.score(model_.no_context(), word, state).log_probability;
    if (word_alone > strongest_function_word) continue;
    const float first_bond =
        first_alone < commonest_half ? 2 * scores_[k].log_probability + first_alone - word_alone : no_bond;
    const float second_bond = second_alone < commonest_half
                                  ? 2 * model_.score(state, second).log_probability + word_alone - second_alone
                                  : no_bond;
    if (std::max(first_bond, second_bond) > least_bond) bonds.push_back({word, first_bond, second_bond});
  }
  return bonds;
}

// The best syllable to put before word i.
HalfWords::Best HalfWords::best_between(ngram::ScoredSentence& sentence, std::size_t i) {
  Best best;
  const bool first_is_name = is_name(sentence.item(i - 1));
  const bool second_is_name = is_name(sentence.item(i));
  const float without = sentence.sum(i, std::min(i + behind, sentence.size() + 1));
  for (const Bond& bond : bonds_between(facts_.small(sentence.word(i - 1)), facts_.small(sentence.word(i)))) {
    const float first_bond = first_is_name ? no_bond : bond.first;
    const float second_bond = second_is_name ? no_bond : bond.second;
    if (std::max(first_bond, second_bond) < least_bond) continue;
    model::State state;
    const model::Score fit = model_.score(sentence.before(i).state, bond.word, state);
    float with = fit.log_probability;
    sentence.score_on(state, i, 0, behind,
                      [&](std::size_t, const model::Score& score) { with += score.log_probability; });
    if (with > least_sense && with - without > best.gain)
      best = {bond.word, with - without, std::max(first_bond, second_bond), fit.log_probability,
              first_bond > second_bond};
  }
  return best;
}

// 0 when nothing is missing.
float HalfWords::confidence_of(const Best& best) {
  const float sum = best.gain + best.bond;
  const bool fits = best.ends_word && best.fit > perfect_fit && sum > sum_of_a_fit;
  if (best.gain > sure_gain && (sum > sure_sum || fits)) return sure;
  return best.gain > likely_gain && sum > likely_sum ? likely : 0;
}

void HalfWords::take(std::uint32_t paragraph, ngram::ScoredSentence& sentence) {
  for (std::size_t i = 1; i < sentence.size(); ++i) {
    const model::Item& before = sentence.item(i - 1);
    const model::Item& after = sentence.item(i);
    if (sentence.score(i).order > 2 || sentence.score(i).log_probability > least_surprise ||
        sentence.sum(i, std::min(i + behind, sentence.size() + 1)) > least_surprise_behind)
      continue;
    if (before.kind != model::Item::Kind::syllable || after.kind != model::Item::Kind::syllable ||
        after.start != before.end + 1)
      continue;
    const Best best = best_between(sentence, i);
    const float confidence = confidence_of(best);
    if (confidence == 0) continue;
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
