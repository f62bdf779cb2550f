#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "check/context/candidates.h"
#include "check/context/compounds.h"
#include "check/context/context_vectors.h"
#include "check/context/features.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "model/language_model.h"
#include "text/analysis.h"

namespace soat::check::context {

// A place where another word may have been meant.
struct Suspect {
  static constexpr std::size_t most_suggestions = 5;

  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;  // UTF-16 range in Analysis::text
  std::uint32_t end = 0;
  std::array<model::WordId, most_suggestions> suggestions{};  // entries for small letters, best first
  std::uint8_t suggestion_count = 0;
  static constexpr std::uint8_t none = most_suggestions;
  std::uint8_t compound = none;  // the suggestion that makes a compound where what is written makes none, see Compounds
  Features features{};
};

// Weighs every word of a document against what else may have been meant, by the language model in both directions, the
// context vectors and the cost of the slip. A sentence in which something looks wrong is read a second time with what
// was probably meant, so that errors side by side do not hide each other. Says what speaks for and against; does not
// decide. Immutable; usable from several threads at once.
class Examiner {
 public:
  Examiner(std::shared_ptr<const model::LanguageModel> words, std::shared_ptr<const ngram::WordFacts> facts,
           std::shared_ptr<const ContextVectors> vectors, SlipCosts costs);

  // Fills out with the suspects of a document, in order. Words that fit well are not among them.
  void examine(std::span<const text::Analysis> paragraphs, std::vector<Suspect>& out) const;

  // The same for sentences that someone else reads.
  class Reader;

  const Candidates& candidates() const { return candidates_; }

 private:
  std::shared_ptr<const model::LanguageModel> words_;
  std::shared_ptr<const ngram::WordFacts> facts_;
  std::shared_ptr<const ContextVectors> vectors_;
  Candidates candidates_;
  Compounds compounds_;
};

// The work on one document. The examiner and the paragraphs must outlive it.
class Examiner::Reader {
 public:
  Reader(const Examiner& examiner, std::span<const text::Analysis> paragraphs);
  ~Reader();

  // Takes the document's sentences in order.
  void take(std::uint32_t paragraph, ngram::ScoredSentence& sentence);

  // Passes on the suspects of all sentences taken, in order, one by one: a text may have as many as words. To be called
  // once, after the last.
  void finish(const std::function<void(Suspect&)>& take);

 private:
  class Work;
  std::unique_ptr<Work> work_;
};

}  // namespace soat::check::context
