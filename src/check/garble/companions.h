#pragma once

#include <unordered_map>
#include <vector>

#include "check/garble/predecessors.h"
#include "model/language_model.h"

namespace soat::check::garble {

// How much a word keeps to few others. Half a word (suất: năng suất, hiệu suất, lãi suất) hardly stands without one of
// its other halves, a word that is whole stands beside anything.
class Companions {
 public:
  // The shares of a word's uses that its most frequent neighbours take, 0 to 1.
  struct Shares {
    float behind = 0;  // those that follow it
    float before = 0;  // those that stand before it
  };

  // Both must outlive it.
  Companions(const model::LanguageModel& model, const Predecessors& predecessors)
      : model_(model), predecessors_(predecessors) {}

  // No shares for a word that has so many neighbours that none counts, nor for classes. What was asked once is kept.
  const Shares& of(model::WordId word);

 private:
  float share_behind(model::WordId word);
  float share_before(model::WordId word);
  float most_frequent();

  const model::LanguageModel& model_;
  const Predecessors& predecessors_;
  std::unordered_map<model::WordId, Shares> known_;
  std::vector<model::WordId> words_;  // of the word in work
  std::vector<model::Score> scores_;
  std::vector<float> log_shares_;
};

}  // namespace soat::check::garble
