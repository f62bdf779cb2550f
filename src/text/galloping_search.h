#pragma once

#include <algorithm>
#include <cstdint>

namespace soat::text {

// The first place from begin on, below end, from which on `reached` holds; end when there is none. Galloping
// (exponential) search (Bentley and Yao 1976): by doubling steps, then by halving ones, so that what is near is soon
// found. reached: of a place; false up to some place, true from there on.
template <typename Reached>
std::uint32_t first_from(std::uint32_t begin, std::uint32_t end, const Reached& reached) {
  std::uint32_t step = 1;
  std::uint32_t high = begin;  // all below begin are not reached
  while (high < end && !reached(high)) {
    begin = high + 1;
    high += step;
    step *= 2;
  }
  high = std::min(high, end);
  while (begin < high) {
    const std::uint32_t middle = begin + (high - begin) / 2;
    if (reached(middle)) {
      high = middle;
    } else {
      begin = middle + 1;
    }
  }
  return begin;
}

}  // namespace soat::text
