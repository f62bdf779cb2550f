#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <vector>

#include "check/context/confusables.h"
#include "check/slips/slip_costs.h"
#include "model/language_model.h"
#include "text/syllable.h"

namespace soat::check::context {

// A word that may have been meant.
struct Candidate {
  model::WordId word = model::kNone;  // the entry for small letters
  Slip slip;
  float cost = 0;
};

// What may have been meant, for every word that the language model knows, and for any other word. Usable from several
// threads at once.
class Candidates {
 public:
  static constexpr std::size_t most_candidates = 40;
  static constexpr std::size_t all = static_cast<std::size_t>(-1);

  // most: how many are kept for a word.
  Candidates(const model::LanguageModel& words, SlipCosts costs, std::size_t most = most_candidates);

  // The likeliest candidates for a syllable of the vocabulary, best first. Found at the first question and kept.
  std::span<const Candidate> of(model::WordId word) const { return kept(word).candidates; }
  // Their numbers in that list, in ascending order of their words.
  std::span<const std::uint16_t> ascending(model::WordId word) const { return kept(word).ascending; }

  // The same for a word that the vocabulary does not have; out is overwritten. word: composed, any letter case.
  void find(std::u16string_view word, std::vector<Candidate>& out) const;

  // A candidate as it is written most often, in small letters.
  std::u16string spelling(model::WordId word) const;

 private:
  struct Lists;

  const Lists& kept(model::WordId word) const;
  void collect(const Form& form, std::vector<Candidate>& out) const;

  SlipCosts costs_;
  std::size_t most_;
  std::vector<text::Syllable> syllables_;  // by WordId; none for classes, foreign words and capitalised entries
  std::vector<model::WordId> meant_;       // what can be meant, in the order of the confusables' indices
  std::vector<float> frequency_;           // log count, by WordId
  std::vector<Confusables> confusables_;   // exactly one, made last

  struct Lists {
    std::vector<Candidate> candidates;
    std::vector<std::uint16_t> ascending;
  };
  struct Kept {
    std::once_flag once;
    std::unique_ptr<const Lists> lists;
  };
  mutable std::vector<Kept> kept_;  // by WordId
};

}  // namespace soat::check::context
