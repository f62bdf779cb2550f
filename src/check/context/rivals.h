#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "check/context/candidates.h"
#include "check/context/context_vectors.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "check/recent_results.h"
#include "model/language_model.h"

namespace soat::check::context {

// Longest word that is looked at.
inline constexpr std::size_t longest_word = 9;
// Words after a place in whose probability it still counts.
inline constexpr std::size_t reach_right = 4;

// What the language model says of a word and of those after it.
struct Span {
  float left = 0;
  float right = 0;
  std::array<std::uint8_t, 3> orders{};  // of the word itself and the two after it
};

// A candidate at a place.
struct Rival {
  Candidate candidate;
  model::WordId word = model::kNone;  // in the case entry of the place
  Span span;
  float fit = 0;
  float score = 0;
};

// A place weighed.
struct Weighing {
  std::vector<Rival> rivals;  // best first; none: nothing else may have been meant
  Span own;
  float own_fit = 0;
  float own_posterior = 0;  // among the candidates, by fit alone
};

// Weighs what may have been meant at the places of one document. What stands in equal surroundings is weighed once.
class RivalSearch {
 public:
  // slots: how many weighings are kept; a power of two.
  RivalSearch(const model::LanguageModel& model, const ContextVectors& vectors, const Candidates& candidates,
              const ngram::WordFacts& facts, std::size_t slots);

  // Says what may have been meant at place i of a sentence. cases: parallel to its items. written: what stands there;
  // the sentence may have something else in its place. Valid until the next call.
  const Weighing& weigh(ngram::ScoredSentence& sentence, std::span<const CaseShape> cases, std::size_t i,
                        model::WordId written);

 private:
  // All that decides how the rivals of a word are weighed.
  struct Surroundings {
    static constexpr std::size_t reach = context_reach;

    model::State state{};                              // before the place
    std::array<model::WordId, 2 * reach + 1> words{};  // round the place; none beyond the edges of the sentence
    std::size_t case_shape = 0;
    model::WordId written = model::kNone;
    bool by_letters = false;  // its candidates come from the letters
    bool capitalised = false;
    std::array<char16_t, longest_word> letters{};

    friend bool operator==(const Surroundings&, const Surroundings&) = default;
    std::uint64_t hash() const;
  };

  static Surroundings surroundings(const ngram::ScoredSentence& sentence, std::span<const CaseShape> cases,
                                   std::size_t i, model::WordId written);
  void weigh(ngram::ScoredSentence& sentence, std::span<const CaseShape> cases, std::size_t i, model::WordId written,
             Weighing& out);
  std::span<const std::uint16_t> in_order(const model::Item& item, model::WordId written);
  void score_left(const model::Context& before, std::span<const std::uint16_t> numbers);
  bool is_hopeless(const model::Context& before, std::span<const std::uint16_t> numbers,
                   std::span<const Candidate> candidates, model::WordId written, const Span& own);
  Span own_span(ngram::ScoredSentence& sentence, std::size_t i, model::WordId written) const;
  void look_right(ngram::ScoredSentence& sentence, std::size_t i, std::span<Rival> rivals);

  const model::LanguageModel& model_;
  const ContextVectors& vectors_;
  const Candidates& candidates_;
  const ngram::WordFacts& facts_;
  RecentResults<Surroundings, Weighing> weighings_;

  // Of the place in work; by the candidates' numbers.
  std::vector<Candidate> found_;
  std::vector<model::WordId> meant_;    // in the case entry of the place
  std::vector<std::uint16_t> numbers_;  // 0, 1, 2 …
  bool is_ascending_ = false;           // whether in_order() gave them in ascending order of words of the file
  std::vector<model::Score> left_;      // of those that were asked about last
  std::vector<float> fits_;             // then of what is written
  std::vector<ContextVectors::Limits> limits_;
  std::vector<std::uint16_t> near_;  // numbers of those that are not surely far behind
  std::vector<model::WordId> asked_;
  std::vector<Rival> rivals_;
  ContextVectors::Vector expected_{};
};

}  // namespace soat::check::context
