#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

#include "lexicon/lexicon.h"

namespace soat::check {

// A word cut into syllables in use.
struct SyllableCut {
  static constexpr std::size_t most_parts = 3;

  std::array<std::u16string_view, most_parts> parts;
  std::size_t count = 0;    // 0: there is no cut
  int rarest = 31;          // lowest frequency class among the parts
  int sum = 0;              // of the frequency classes, less a toll for each part
  bool marked = false;      // some part bears a mark
  bool other_tone = false;  // some part bears a tone that loanwords do not: huyền, hỏi, ngã, or nặng

  // The parts with spaces between.
  std::u16string apart() const;
};

// The likeliest way to cut a word of at most 21 letters into two or three syllables in use; where the word mixes
// capitals and small letters (HàNội, tạiĐiều) the capitals say where the parts begin. The parts point into the word.
SyllableCut cut_into_syllables(std::u16string_view word, bool mixed_case, const lexicon::Lexicon& lexicon);

}  // namespace soat::check
