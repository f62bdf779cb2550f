#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "text/analysis.h"

namespace soat::check {

// Knowledge of which word fits where, for putting suggestions in order. Usable from several threads at once.
class SuggestionRanker {
 public:
  virtual ~SuggestionRanker() = default;

  // How well each candidate (one word, or several separated by spaces, in lower case) fits in the place of tokens
  // [first, end) of the analysis: the natural logarithm of the probability of the candidate and the words after it, so
  // that only differences between candidates for the same place mean anything. Precondition: the tokens are of one
  // sentence; scores.size() == candidates.size().
  virtual void score(const text::Analysis& analysis, std::uint32_t first, std::uint32_t end,
                     std::span<const std::u16string> candidates, std::span<float> scores) const = 0;
};

}  // namespace soat::check
