#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "check/slips/slip_cost.h"
#include "check/word_letters.h"
#include "text/syllable.h"

namespace soat::lexicon {
class Lexicon;
}

namespace soat::check {

// A syllable that the writer may have meant.
struct Candidate {
  text::Syllable syllable;
  float cost = 0;   // of the slip, see slip_cost()
  float score = 0;  // how likely, among the candidates for one word: natural logarithm, up to a constant
};

// The syllables in use, made ready for comparing a misspelt word with all of them (noisy channel: likelihood of the
// slip times frequency of the syllable; Kernighan, Church and Gale 1990).
class SyllableCandidates {
 public:
  explicit SyllableCandidates(const lexicon::Lexicon& lexicon);

  // The most likely syllables for a word (composed, any case), best first, at most `most`, none that costs more than
  // `limit`.
  std::vector<Candidate> find(std::u16string_view word, float limit, std::size_t most) const;

 private:
  // Syllables with the same letters, marks left out.
  struct Set {
    LetterSet letters;
    std::uint32_t begin;  // into entries_ and letters_
    std::uint32_t end;
  };
  struct Entry {
    text::Syllable syllable;
    std::uint8_t size = 0;
    std::uint8_t tone = 0;  // into tones_
    float prior = 0;        // logarithm of how frequent it is, up to a constant
  };

  std::vector<Set> sets_;
  std::vector<Entry> entries_;
  std::vector<WordLetters> letters_;  // parallel to entries_
  std::vector<std::uint32_t> tones_;  // the different sets of tones
};

}  // namespace soat::check
