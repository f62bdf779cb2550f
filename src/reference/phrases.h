#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "reference/words.h"

namespace soat::reference {

// A set of phrases to look for at a place in a line of words. The longest that fits wins, of two as long the first.
class Phrases {
 public:
  void add(std::u16string_view phrase);

  struct Match {
    std::size_t length = 0;  // words; 0 when none fits
    std::size_t index = 0;   // of the phrase, in the order in which they were added
  };
  // Compares whole words, tone placement and case aside; with `plain` all marks aside too.
  Match at(const std::vector<LineWord>& words, std::size_t place, bool plain) const;

  // The keys of all their words.
  std::set<std::u16string> keys() const;

 private:
  std::vector<std::vector<LineWord>> phrases_;
  // A bit for each letter, modulo 64, that a phrase begins with: most words begin none.
  std::uint64_t first_keys_ = 0;
  std::uint64_t first_plain_ = 0;
};

}  // namespace soat::reference
