#pragma once

#include <cmath>
#include <cstdint>
#include <vector>

#include "model/language_model.h"
#include "model/word_id.h"

// What the rules that judge words by the n-gram model share: what is known of each word, and a sentence as the model
// reads it.
namespace soat::check::ngram {

inline float log_count(float n) {
  return std::log(n + 1);
}

// A class for words that are no Vietnamese syllables and are not in the vocabulary.
inline bool is_unknown(model::WordId word) {
  return word >= model::kUnknownWord && word < model::kRareSyllable;
}

// The same, or the class for syllables that are not in the vocabulary.
inline bool is_unknown_or_rare(model::WordId word) {
  return word >= model::kUnknownWord && word <= model::kRareSyllable;
}

// What the training text tells of each word of a model by itself. Immutable after construction.
class WordFacts {
 public:
  explicit WordFacts(const model::LanguageModel& words);

  // The entry for small letters.
  model::WordId small(model::WordId word) const { return facts_[word].small; }
  // Log count of all its forms; 0 for classes.
  float frequency(model::WordId word) const { return facts_[word].frequency; }
  // The share of its uses inside a sentence with a capital, or in capitals; 0 for classes.
  float capital_share(model::WordId word) const { return facts_[word].capital_share; }

 private:
  struct Facts {
    float frequency = 0;
    float capital_share = 0;
    model::WordId small = model::kNone;
  };
  std::vector<Facts> facts_;  // by WordId
};

}  // namespace soat::check::ngram
