#pragma once

#include <array>
#include <filesystem>
#include <string_view>
#include <vector>

#include "check/slips/slip.h"

namespace soat::check::context {

// What each kind of slip costs: minus the natural logarithm of how often it happens where it could, as estimated from
// slips found in a training text (tools/context). Immutable after load.
class SlipCosts {
 public:
  // All costs alike, for estimating.
  SlipCosts();

  // Reads a table "kind<TAB>name<TAB>cost"; kinds: operation, mark, tone. Throws soat::Error naming the file and line
  // when it cannot be read or has no costs; a name that is not known is an error, a name that is missing keeps the
  // dearest cost.
  static SlipCosts load(const std::filesystem::path& path);

  // The dearest part of the slip in full and a share of the others: slips that change several things at once (a word
  // typed without any marks) are one event more often than several.
  float cost(const Slip& slip) const;

  // Cost of each part by number.
  float operation(std::uint8_t number) const { return operations_[number]; }
  float marks(MarkChange change) const { return marks_[change]; }
  float tone(ToneChange change) const { return tones_[change]; }

 private:
  std::vector<float> operations_;
  std::array<float, mark_change_count> marks_{};
  std::array<float, tone_change_count> tones_{};
};

}  // namespace soat::check::context
