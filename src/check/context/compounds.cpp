#include "check/context/compounds.h"

#include <cmath>

#include "check/slips/slip.h"
#include "text/letter_case.h"

namespace soat::check::context {
namespace {

using model::Item;
using model::WordId;
using ngram::ScoredSentence;

// In nats. What is right stands in the text some twenty times, 150 times as often as what is written; chosen on text of
// which syllables were put wrong, and on text that was not.
constexpr float least_count = 3;
constexpr float least_bond = 5.5F;
constexpr float least_lead = 5;          // of the compound's count
constexpr float least_lead_of_bond = 3;  // of its bond
constexpr float most_bond = 2;           // of either, with the word on its other side
constexpr float dearest_slip = 15.5F;    // three changes at once are no confusion
constexpr float least_score = -8;

// Names are written in many ways.
bool is_plain(const ScoredSentence& sentence, std::size_t i) {
  const Item& item = sentence.item(i);
  return item.kind == Item::Kind::syllable && (i == 0 || item.letter_case != text::LetterCase::capitalised);
}

bool is_beside(const ScoredSentence& sentence, std::size_t i) {
  return sentence.item(i + 1).start == sentence.item(i).end + 1;
}

}  // namespace

Compounds::Compounds(const model::LanguageModel& model, const ngram::WordFacts& facts) : model_(model), facts_(facts) {
  for (const Operation& operation : all_operations()) {
    of_sound_.push_back(operation.kind == Operation::Kind::none || operation.kind == Operation::Kind::onset ||
                        operation.kind == Operation::Kind::coda || operation.kind == Operation::Kind::rime);
  }
  double words = 1;
  for (std::size_t i = 0; i < model.vocabulary_size(); ++i) {
    const auto word = static_cast<WordId>(i);
    if (facts.small(word) == word) words += std::exp(static_cast<double>(facts.frequency(word)));
  }
  log_words_ = static_cast<float>(std::log(words));
}

bool Compounds::sounds_alike(const Rival& rival) const {
  return rival.candidate.cost <= dearest_slip && of_sound_[rival.candidate.slip.operation] &&
         rival.score >= least_score;
}

Compounds::Pair Compounds::pair(WordId first, WordId second) const {
  model::State state;
  model_.score(model_.no_context(), first, state);
  const model::Score score = model_.score(state, second);
  const float bond = score.log_probability - facts_.frequency(second) + log_words_;
  return {facts_.frequency(first) + score.log_probability, bond, score.order > 1};
}

std::size_t Compounds::find(const ScoredSentence& sentence, std::size_t i, WordId written,
                            std::span<const Rival> rivals) const {
  if (!is_plain(sentence, i) || written < model::kFirstWord) return rivals.size();
  const auto is_bound = [](const Pair& pair) { return pair.known && pair.bond > most_bond; };
  const auto small = [&](std::size_t k) { return facts_.small(sentence.word(k)); };
  // The word before, and the one behind: whether it can make a compound, and what is written with it, asked for only
  // once a rival makes one.
  const auto is_open = [&](std::size_t side) {
    if (side == 0)
      return i > 0 && is_plain(sentence, i - 1) && is_beside(sentence, i - 1) && small(i - 1) >= model::kFirstWord;
    return i + 1 < sentence.size() && is_plain(sentence, i + 1) && is_beside(sentence, i) &&
           small(i + 1) >= model::kFirstWord;
  };
  const auto pair_on = [&](std::size_t side, WordId word) {
    return side == 0 ? pair(small(i - 1), word) : pair(word, small(i + 1));
  };
  const auto own_on = [&](std::size_t side) { return pair_on(side, facts_.small(written)); };
  const auto belongs_to_another = [&](std::size_t side) {
    if (side == 0) return i > 1 && is_bound(pair(small(i - 2), small(i - 1)));
    return i + 2 < sentence.size() && is_bound(pair(small(i + 1), small(i + 2)));
  };
  std::size_t best = rivals.size();
  float best_count = least_count;
  for (std::size_t r = 0; r < rivals.size(); ++r) {
    if (!sounds_alike(rivals[r])) continue;
    for (std::size_t side = 0; side < 2; ++side) {
      // What the model does not know in the sentence it does not know as a pair.
      if (rivals[r].span.orders[side] < 2 || !is_open(side)) continue;
      const Pair meant = pair_on(side, rivals[r].candidate.word);
      if (!meant.known || meant.count < best_count || meant.bond < least_bond) continue;
      const Pair own = own_on(side);
      if (meant.count < own.count + least_lead || meant.bond < own.bond + least_lead_of_bond) continue;
      if (belongs_to_another(side) || (is_open(1 - side) && is_bound(own_on(1 - side)))) continue;
      best = r;
      best_count = meant.count;
    }
  }
  return best;
}

}  // namespace soat::check::context
