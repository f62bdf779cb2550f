#pragma once

#include <cstdint>
#include <string_view>

#include "text/analysis.h"

namespace soat::check {

// Knowledge of which word fits where, for putting suggestions in order. Usable from several threads at once.
class SuggestionRanker {
 public:
  virtual ~SuggestionRanker() = default;

  // How well candidate (one word, or several separated by spaces, in lower case) fits in the place of tokens [first,
  // end) of the analysis: a natural logarithm of a probability, so that only differences between candidates for the
  // same place mean anything.
  virtual float score(const text::Analysis& analysis, std::uint32_t first, std::uint32_t end,
                      std::u16string_view candidate) const = 0;
};

}  // namespace soat::check
