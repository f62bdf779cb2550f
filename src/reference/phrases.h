#pragma once

#include <initializer_list>
#include <string_view>
#include <vector>

#include "reference/words.h"

namespace soat::reference {

// A set of phrases to look for at a place in a line of words. The longest that fits wins.
class Phrases {
 public:
  Phrases(std::initializer_list<std::u16string_view> phrases);

  struct Match {
    std::size_t length = 0;  // words; 0 when none fits
    std::size_t index = 0;   // of the phrase, in the order given
  };
  // Compares whole words, tone placement and case aside; with `plain` all marks aside too.
  Match at(const std::vector<LineWord>& words, std::size_t place, bool plain) const;

 private:
  std::vector<std::vector<LineWord>> phrases_;
};

}  // namespace soat::reference
