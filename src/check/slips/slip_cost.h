#pragma once

#include <cstddef>
#include <cstdint>

#include "check/word_letters.h"

namespace soat::check {

// How unlikely it is that someone who meant `intended` typed `written`: 0 for the same letters, about 1 for a slip of
// one key, more for rarer ones. A weighted edit distance (Damerau's four operations: a letter changed, missing, added,
// or two swapped) in which Vietnamese slips are cheap: a mark missing, wrong or on the neighbouring vowel, spellings
// that sound alike (c/k/q, g/gh, ng/ngh, i/y, s/x, ch/tr, d/gi/r, l/n), keys next to each other, doubled keys, and
// Telex and VNI keys that stayed in the word. Gives more than `limit` (some value) as soon as that is sure.
float slip_cost(const WordLetters& written, const WordLetters& intended, float limit);

// The letters of a word, marks left out.
struct LetterSet {
  explicit LetterSet(std::uint32_t word_bases);

  std::uint32_t bases;  // see WordLetters::bases()
  std::uint32_t alike;  // those that sound like one of them
};

// What slip_cost() comes to at least, found without looking at the order of the letters: the sum of two parts, of which
// the first is the larger of two. Gives more than `limit` (some value) as soon as that is sure.
float least_letter_cost(const LetterSet& written, const LetterSet& intended, float limit);
// sizes: of both, in letters.
float least_size_cost(std::size_t written, std::size_t intended);
// tones: of what was meant, see WordLetters::tones().
float tone_cost(const WordLetters& written, std::uint32_t tones);

}  // namespace soat::check
