#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "check/garble/claimed_ranges.h"
#include "check/garble/suspect.h"
#include "check/ngram/scored_sentence.h"
#include "model/language_model.h"
#include "model/token_stream.h"

namespace soat::check::garble {

// Which words of a sentence are fillers that were put there, and where the sentence has changed since it was looked at.
class FillersInPlace {
 public:
  // A sentence of so many items as it stands, not looked at yet.
  void begin(std::size_t items);

  bool at(std::size_t i) const { return in_place_[i]; }
  // How many words are fillers.
  std::size_t count() const { return count_; }
  // How many of the two beside items [start, end).
  std::size_t beside(std::size_t start, std::size_t end) const;

  // Whether words in the reach of items [start, end) were changed by the last put().
  bool is_changed(std::size_t start, std::size_t end) const;

  // Puts fillers of suspects into the sentence that surely repair it, best first and with a word between any two, and
  // marks them as settled. The sentence must be scored again then. False when there is none.
  bool put(std::span<Suspect> suspects, ngram::ScoredSentence& sentence);

 private:
  void choose_sure(std::span<const Suspect> suspects);

  std::vector<bool> in_place_;  // by item
  std::vector<bool> changed_;   // by item
  std::size_t count_ = 0;

  // For put().
  std::vector<std::uint32_t> sure_;
  ClaimedRanges replaced_;
  std::vector<std::size_t> meetings_;
  std::vector<model::Item> items_;
  std::vector<model::WordId> words_;
  std::vector<bool> old_in_place_;
};

}  // namespace soat::check::garble
