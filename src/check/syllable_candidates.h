#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

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
  struct Entry {
    text::Syllable syllable;
    std::uint8_t frequency;
    WordLetters letters;
  };

  // What an entry costs at least is the sum of two costs, each of which many entries share.
  struct Shares {
    std::uint16_t bases = 0;  // into bases_
    std::uint8_t tone = 0;    // into tones_
  };

  std::vector<Entry> entries_;
  std::vector<Shares> shares_;        // parallel to entries_
  std::vector<std::uint32_t> bases_;  // the different sets of base letters
  std::vector<std::uint32_t> tones_;  // the different sets of tones
};

}  // namespace soat::check
