#pragma once

#include <cstddef>
#include <cstdint>

#include "check/rule_weights.h"

namespace soat::check::garble {

// What is looked for: a syllable that is missing, or one that stands where another belongs.
enum class GapFault : std::uint8_t { missing, wrong };

// How many places are asked about: the quick look is for places that surprise much, and takes a sixth of the time of a
// thorough one.
enum class GapLook : std::uint8_t { quick, thorough };

// Which places are asked about at all; the rest is for the trees. A word that stands there surprises less, and so many
// words fit in its place that more must speak for it. In nats; numbers of rule-weights.txt, which says how each was
// got.
struct GapGates {
  // weights: those of garble.set-phrase. Throws soat::Error when one is missing.
  static GapGates of(const RuleWeights::Of& weights, GapFault fault, GapLook look);

  GapFault fault = GapFault::missing;
  GapLook look = GapLook::quick;
  float least_surprise = 0;    // of the word behind the place; where it may be wrong, of it and the one behind it
  unsigned longest_known = 0;  // n-gram that ends in the word behind the place
  std::uint32_t most_neighbours = 0;  // of a word; where both sides have more, anything fits
  float least_gain = 0;
  float least_sense = 0;  // of the syllable and the words that the gain is counted over
  float least_fit = 0;    // of the syllable

  // Where one may be missing:
  float least_surprise_behind = 0;  // of the word behind the place and those that follow
  float strangest = 0;              // of the same; below it nothing can be told
  float commonest_half = 0;         // log count of a word; what is commoner stands beside anything
  float least_bond = 0;             // of two syllables of one word

  // Where one may be wrong:
  float least_surprise_each = 0;  // of the word, or the one behind it
  std::size_t parallel = 0;       // how many words back the same word tells that two things are set side by side
};

}  // namespace soat::check::garble
