#pragma once

#include <string_view>

namespace soat::check {

// What can be told of a word from its letters alone.
struct WordShape {
  bool only_vietnamese = false;  // a letter that no other language has
  bool marked = false;           // any letter outside ASCII
  bool foreign_letter = false;   // a letter that Vietnamese has not (f j w z ö …)
  bool foreign_cluster = false;  // begins or ends with consonants as no Vietnamese syllable does (kr…, …k)
  int vowel_groups = 0;          // runs of vowels
};

// Precondition: at least two units, composed.
WordShape shape_of(std::u16string_view word);

}  // namespace soat::check
