#pragma once

#include <cstdint>

#include "lexicon/lexicon.h"
#include "text/analysis.h"

namespace soat::check {

// What stands round a word, as far as it tells whether the word is meant to be Vietnamese.
struct Surroundings {
  int vietnamese = 0;           // words near by that are Vietnamese syllables in use and bear a mark
  int plain = 0;                // words near by that could be Vietnamese or not (trong, in, can)
  int foreign = 0;              // words near by that cannot be Vietnamese
  bool beside_name = false;     // the word before or after is capitalised inside the sentence
  bool among_capitals = false;  // a Vietnamese syllable beside it is in capitals, so that its own capitals tell nothing
};

// Looks at up to three words on either side of a token, inside its sentence.
Surroundings look_around(const text::Analysis& analysis, std::uint32_t token, const lexicon::Lexicon& lexicon);

}  // namespace soat::check
