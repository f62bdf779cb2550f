#pragma once

#include <cstdint>
#include <map>

namespace soat::check::garble {

// Ranges [start, end) of a text, none empty, no two of which overlap, each with a number. All members take logarithmic
// time.
class ClaimedRanges {
 public:
  struct Claim {
    std::uint32_t start;
    std::uint32_t end;
    std::uint32_t number;
  };

  // A claim that overlaps the range, the last of several; null when the range is free.
  const Claim* find(std::uint32_t start, std::uint32_t end) const {
    const auto next = by_start_.lower_bound(end);
    if (next == by_start_.begin()) return nullptr;
    const Claim& before = std::prev(next)->second;
    return before.end > start ? &before : nullptr;
  }

  // Precondition: the range is free.
  void add(std::uint32_t start, std::uint32_t end, std::uint32_t number) { by_start_[start] = {start, end, number}; }

  void clear() { by_start_.clear(); }

 private:
  std::map<std::uint32_t, Claim> by_start_;
};

}  // namespace soat::check::garble
