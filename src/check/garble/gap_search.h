#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

#include "check/garble/companions.h"
#include "check/garble/gap_gates.h"
#include "check/garble/predecessors.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "model/language_model.h"

namespace soat::check::garble {

// What is known of a place between two words where a syllable may be missing, and of the syllable that fits best. Log-
// probabilities are in nats; those of pairs and of words alone are what the model says without any other context.
enum class GapFeature : std::uint8_t {
  gain,           // log-probability of the syllable and the words after it, less that of these words as they stand
  margin,         // by how much the gain is more than that of the second best syllable
  known_between,  // log count of the syllables that are known on both sides
  fit,            // log-probability of the syllable
  fit_order,      // length of the longest known n-gram that ends in it
  next,           // log-probability of the word after the syllable
  next_order,
  next2_order,
  own,  // log-probability of the word after the place as it stands
  own_order,
  own2,  // … of the word after that
  own2_order,
  own_sum,        // … of the words that the gain is counted over
  before,         // … of the word before the place
  after_first,    // log-probability of the syllable behind the first word alone
  first_before,   // of the first word, if the syllable follows it
  second_after,   // of the second word behind the syllable alone
  before_second,  // of the syllable, if the second word follows it
  pair,           // of the second word behind the first alone
  alone,          // of the syllable by itself
  first_alone,    // of the first word
  second_alone,   // of the second
  first_bond,     // how closely the first word belongs to the one before it: log p(a | b) + log p(b | a)
  second_bond,    // … the second word to the one after it
  first_kind,     // what stands before the place: 0 a syllable, else its class; 20 another word
  second_kind,    // … behind it
  first_capital,  // 0 small letters, 1 capitalised, 2 capitals
  second_capital,
  words,     // in the sentence
  sentence,  // mean log-probability of the words that are not near the place
  // Shares of a word's uses that its most frequent neighbours take, see Companions.
  first_before_few,
  first_behind_few,
  second_before_few,
  second_behind_few,
  first_word,   // how closely the first word would belong to the syllable, as first_bond
  second_word,  // the syllable to the second word
  // Of the word that stands in the syllable's place; 0 where nothing stands there.
  written_alone,
  written_after_first,
  second_after_written,
  written_capital,
  alike,  // how many of onset, rhyme and tone it shares with the syllable
  count
};
inline constexpr std::size_t gap_feature_count = static_cast<std::size_t>(GapFeature::count);
inline constexpr auto gap_feature_names = std::to_array<std::string_view>({"gain",
                                                                           "margin",
                                                                           "known_between",
                                                                           "fit",
                                                                           "fit_order",
                                                                           "next",
                                                                           "next_order",
                                                                           "next2_order",
                                                                           "own",
                                                                           "own_order",
                                                                           "own2",
                                                                           "own2_order",
                                                                           "own_sum",
                                                                           "before",
                                                                           "after_first",
                                                                           "first_before",
                                                                           "second_after",
                                                                           "before_second",
                                                                           "pair",
                                                                           "alone",
                                                                           "first_alone",
                                                                           "second_alone",
                                                                           "first_bond",
                                                                           "second_bond",
                                                                           "first_kind",
                                                                           "second_kind",
                                                                           "first_capital",
                                                                           "second_capital",
                                                                           "words",
                                                                           "sentence",
                                                                           "first_before_few",
                                                                           "first_behind_few",
                                                                           "second_before_few",
                                                                           "second_behind_few",
                                                                           "first_word",
                                                                           "second_word",
                                                                           "written_alone",
                                                                           "written_after_first",
                                                                           "second_after_written",
                                                                           "written_capital",
                                                                           "alike"});
static_assert(gap_feature_names.size() == gap_feature_count);
using GapFeatures = std::array<float, gap_feature_count>;

// A place where a syllable may be missing, or another stand in its place.
struct Gap {
  std::size_t before = 0;   // the item of the sentence that it is missing before; the sentence's size at its end
  std::size_t written = 0;  // how many stand in its place: 0 or 1, item `before`
  model::WordId word = model::kNone;    // that fits best
  model::WordId first = model::kNone;   // before the place, in small letters
  model::WordId second = model::kNone;  // behind it
  GapFeatures features{};
};

// Finds places where one syllable of a sentence may be missing (trong tình ⟨hình⟩ hiện nay): where a word surprises,
// and the sentence with a syllable put before it, the syllable included, is likelier. Whether one is missing trees tell
// (see LostSyllables).
class GapSearch {
 public:
  // The first three must outlive it. gates: what is looked for, and where.
  GapSearch(const model::LanguageModel& model, const ngram::WordFacts& facts, const Companions& companions,
            const GapGates& gates)
      : model_(model),
        facts_(facts),
        companions_(companions),
        gates_(gates),
        written_(gates.fault == GapFault::wrong ? 1 : 0) {}

  // Calls take(gap) for the places of a sentence in order.
  void find(ngram::ScoredSentence& sentence, const std::function<void(const Gap&)>& take);

 private:
  bool surprises(const ngram::ScoredSentence& sentence, std::size_t i) const;
  bool is_parallel(const ngram::ScoredSentence& sentence, std::size_t i) const;
  bool is_open(const ngram::ScoredSentence& sentence, std::size_t i) const;
  bool may_be_half(const ngram::ScoredSentence& sentence, std::size_t i) const;
  float alone(model::WordId word) const;
  float pair(model::WordId first, model::WordId second) const;
  float bond(const ngram::ScoredSentence& sentence, std::size_t first) const;
  void keep_fitting(float least);
  void keep_followed(model::WordId next, float least);
  void keep_likely(float least);
  bool fill(ngram::ScoredSentence& sentence, std::size_t i, Gap& gap);
  void describe(const ngram::ScoredSentence& sentence, std::size_t i, Gap& gap) const;

  const model::LanguageModel& model_;
  const ngram::WordFacts& facts_;
  const Companions& companions_;
  GapGates gates_;
  std::size_t written_ = 0;  // syllables that stand in the place

  // Of the place in work: of the syllables between its neighbours, then of those that fit.
  Between between_;
  std::vector<model::Score> scores_;
  std::vector<model::Nodes> nodes_;
  std::vector<std::uint32_t> fitting_;  // numbers among them
  std::vector<model::Nodes> fitting_nodes_;
  std::vector<std::uint8_t> fitting_codes_;  // of their pairs with the word behind the place
  std::vector<float> behind_;                // log-probabilities of that word behind them
  std::vector<model::State> states_;
  std::vector<model::Score> next_;
  std::vector<float> with_;  // log-probabilities of them and the words behind them
};

}  // namespace soat::check::garble
