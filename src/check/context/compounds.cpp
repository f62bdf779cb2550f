#include "check/context/compounds.h"

#include <algorithm>
#include <array>
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
  if (!is_plain(sentence, i) || written < model::kFirstWord ||
      std::ranges::none_of(rivals, [&](const Rival& rival) { return sounds_alike(rival); }))
    return rivals.size();
  // The word before, and the one behind.
  struct Side {
    WordId word = model::kNone;  // none: nothing that makes a compound
    Pair own;                    // with what is written
  };
  std::array<Side, 2> sides;
  const WordId own = facts_.small(written);
  const auto pair_on = [&](std::size_t side, WordId word) {
    return side == 0 ? pair(sides[0].word, word) : pair(word, sides[1].word);
  };
  const auto is_bound = [](const Pair& pair) { return pair.known && pair.bond > most_bond; };
  const auto meet = [&](std::size_t first) {
    return is_bound(pair(facts_.small(sentence.word(first)), facts_.small(sentence.word(first + 1))));
  };
  if (i > 0 && is_plain(sentence, i - 1) && is_beside(sentence, i - 1) && (i == 1 || !meet(i - 2)))
    sides[0].word = sentence.word(i - 1);
  if (i + 1 < sentence.size() && is_plain(sentence, i + 1) && is_beside(sentence, i) &&
      (i + 2 == sentence.size() || !meet(i + 1)))
    sides[1].word = sentence.word(i + 1);
  for (std::size_t side = 0; side < sides.size(); ++side) {
    if (sides[side].word == model::kNone) continue;
    sides[side].word = facts_.small(sides[side].word);
    sides[side].own = pair_on(side, own);
  }
  std::size_t best = rivals.size();
  float best_count = least_count;
  for (std::size_t r = 0; r < rivals.size(); ++r) {
    if (!sounds_alike(rivals[r])) continue;
    for (std::size_t side = 0; side < sides.size(); ++side) {
      if (sides[side].word < model::kFirstWord || is_bound(sides[1 - side].own)) continue;
      const Pair meant = pair_on(side, rivals[r].candidate.word);
      if (!meant.known || meant.count < best_count || meant.bond < least_bond) continue;
      if (meant.count < sides[side].own.count + least_lead || meant.bond < sides[side].own.bond + least_lead_of_bond)
        continue;
      best = r;
      best_count = meant.count;
    }
  }
  return best;
}

}  // namespace soat::check::context
