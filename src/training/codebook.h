#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace soat::training {

// Replaces numbers by one of a few values, so that a code of some bits stands for each.
class Codebook {
 public:
  // The 2^bits values that lose little over `numbers` (Lloyd 1982, started at quantiles). bits: 1..8.
  Codebook(std::span<const float> numbers, unsigned bits);

  // The code of the nearest value.
  std::uint32_t code(float number) const;

  // Ascending; exactly 2^bits.
  std::span<const float> values() const { return values_; }

 private:
  std::vector<float> values_;
};

}  // namespace soat::training
