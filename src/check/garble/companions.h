#pragma once

#include <atomic>
#include <cstdint>
#include <vector>

#include "check/garble/predecessors.h"
#include "model/language_model.h"

namespace soat::check::garble {

// How much a word keeps to few others. Half a word (suất: năng suất, hiệu suất, lãi suất) hardly stands without one of
// its other halves, a word that is whole stands beside anything. Usable from several threads at once.
class Companions {
 public:
  // The shares of a word's uses that its most frequent neighbours take, 0 to 1.
  struct Shares {
    float behind = 0;  // those that follow it
    float before = 0;  // those that stand before it
  };

  // Both must outlive it.
  Companions(const model::LanguageModel& model, const Predecessors& predecessors);

  // No shares for a word that has so many neighbours that none counts, nor for classes. Reads all neighbours of a word
  // when it is first asked for; what was asked once is kept, so that a paragraph by itself costs no more than in a
  // document.
  Shares of(model::WordId word) const;

  const Predecessors& predecessors() const { return predecessors_; }

 private:
  float pair(model::WordId first, model::WordId second, std::uint8_t code) const;
  float share_behind(model::WordId word) const;
  float share_before(model::WordId word) const;

  const model::LanguageModel& model_;
  const Predecessors& predecessors_;
  mutable std::vector<std::atomic<std::uint64_t>> known_;  // by word: the bits of its Shares
};

}  // namespace soat::check::garble
