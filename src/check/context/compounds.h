#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "check/context/rivals.h"
#include "check/ngram/scored_sentence.h"
#include "check/ngram/word_facts.h"
#include "model/language_model.h"

namespace soat::check::context {

// Knows when what is written makes nothing with the words beside it, while a word that sounds alike makes a compound
// with one of them (đắng cai: đắng cay). That holds in any sentence, also where the words around tell nothing.
// Immutable.
class Compounds {
 public:
  // Both must outlive it.
  Compounds(const model::LanguageModel& model, const ngram::WordFacts& facts);

  // The rival at place i that makes the most frequent compound, by its number; none: rivals.size(). written: what
  // stands there.
  std::size_t find(const ngram::ScoredSentence& sentence, std::size_t i, model::WordId written,
                   std::span<const Rival> rivals) const;

 private:
  // Two words beside each other; all in nats, as the model knows them without any other context.
  struct Pair {
    float count = 0;  // log
    float bond = 0;   // by how much more often they meet than chance would have it, log
    bool known = false;
  };

  bool sounds_alike(const Rival& rival) const;
  Pair pair(model::WordId first, model::WordId second) const;

  const model::LanguageModel& model_;
  const ngram::WordFacts& facts_;
  std::vector<bool> of_sound_;  // by number of the slip's operation
  float log_words_ = 0;         // of the training text
};

}  // namespace soat::check::context
