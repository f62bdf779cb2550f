#include "training/codebook.h"

#include <algorithm>
#include <cstddef>

namespace soat::training {

Codebook::Codebook(std::span<const float> numbers, unsigned bits) : values_(std::size_t{1} << bits) {
  if (numbers.empty()) return;
  std::vector<float> sorted(numbers.begin(), numbers.end());
  std::sort(sorted.begin(), sorted.end());
  const std::size_t size = sorted.size();
  const std::size_t count = values_.size();
  for (std::size_t i = 0; i < count; ++i) values_[i] = sorted[(2 * i + 1) * size / (2 * count)];
  // Each value moves to the mean of the numbers nearest to it. A value that no number is near stays.
  constexpr int kRounds = 30;
  for (int round = 0; round < kRounds; ++round) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i < count; ++i) {
      std::size_t end = size;
      if (i + 1 < count) {
        const float border = values_[i] + (values_[i + 1] - values_[i]) / 2;
        end = static_cast<std::size_t>(
            std::upper_bound(sorted.begin() + static_cast<std::ptrdiff_t>(begin), sorted.end(), border) -
            sorted.begin());
      }
      double sum = 0;
      for (std::size_t j = begin; j < end; ++j) sum += sorted[j];
      if (end > begin) values_[i] = static_cast<float>(sum / static_cast<double>(end - begin));
      begin = end;
    }
    std::sort(values_.begin(), values_.end());
  }
}

std::uint32_t Codebook::code(float number) const {
  const auto above = std::lower_bound(values_.begin(), values_.end(), number);
  if (above == values_.begin()) return 0;
  const auto index = static_cast<std::uint32_t>(above - values_.begin());
  if (above == values_.end()) return index - 1;
  return *above - number < number - *(above - 1) ? index : index - 1;
}

}  // namespace soat::training
