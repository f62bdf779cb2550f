#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "check/garble/predecessors.h"
#include "check/garble/suspect.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "model/language_model.h"

namespace soat::check::garble {

// A place where one syllable of a word is missing, and how sure that is.
struct HalfWord {
  Replacement missing;  // of an empty window
  float confidence = 0;
};

// Finds words of which a syllable is missing (trong tình ⟨hình⟩ hiện nay) in the sentences of one document. A syllable
// is put between two others only if it makes a word with one of them: each of the two stands beside the other far more
// often than by chance. What speaks for it is by how much the sentence becomes likelier, the syllable included.
// Function words, which a sentence can often do with or without, are never missed.
class HalfWords {
 public:
  // The three must outlive it. least: the least confidence that is wanted; a low one costs more.
  HalfWords(const model::LanguageModel& model, const ngram::WordFacts& facts, const Predecessors& predecessors,
            float least)
      : model_(model), facts_(facts), predecessors_(predecessors), least_(least) {}

  void take(std::uint32_t paragraph, ngram::ScoredSentence& sentence);

  const std::vector<HalfWord>& found() const { return found_; }

 private:
  // One of the two syllables of a place.
  struct Half {
    model::WordId word = model::kNone;
    model::State state;    // behind it alone
    float alone = 0;       // its log-probability
    bool is_half = false;  // it may be: no name, and nothing that stands beside anything
  };

  // How closely a syllable between two belongs to either.
  struct Bond {
    float first = 0;
    float second = 0;
  };

  struct Best {
    model::WordId word = model::kNone;
    float gain = 0;
    float bond = 0;          // how closely the syllable belongs to its other half
    float fit = 0;           // its log-probability behind what stands before it
    bool ends_word = false;  // the other half stands before it
  };

  float alone(model::WordId word) const;
  Half half(const ngram::ScoredSentence& sentence, std::size_t i) const;
  Bond bond_between(const Half& first, model::WordId word, const Half& second) const;
  Best best_between(ngram::ScoredSentence& sentence, std::size_t i);
  bool stands_between_words(const ngram::ScoredSentence& sentence, std::size_t i) const;
  static float confidence_of(const Best& best);

  const model::LanguageModel& model_;
  const ngram::WordFacts& facts_;
  const Predecessors& predecessors_;
  float least_ = 0;
  std::vector<HalfWord> found_;

  std::vector<model::WordId> between_;  // of the place in work
  std::vector<model::Score> scores_;
};

}  // namespace soat::check::garble
