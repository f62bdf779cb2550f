#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "text/analysis.h"

namespace soat::check::garble {

// What a paragraph shows: how many places look broken and what repairs them is known. Places that nothing repairs do
// not count: unusual writing (a poem, an old novel, the terms of a trade) surprises the model too, but seldom can one
// word set all right.
struct ParagraphEvidence {
  static constexpr std::size_t kinds = 2;
  std::array<std::uint32_t, kinds> places{};  // probably and surely repaired
  std::uint32_t words = 0;
};

// The words of a paragraph, for ParagraphEvidence.
std::uint32_t count_words(const text::Analysis& paragraph);

// How likely each paragraph of a document was rewritten by a machine. Rewritten paragraphs come in crowds: the
// document is a chain of paragraphs that keep to the state of the one before (a hidden Markov model of two states,
// solved by the forward-backward algorithm; Rabiner 1989). What a paragraph shows counts by a logistic function.
class Passages {
 public:
  struct Weights {
    float prior = -4;                                               // log-odds that a document starts rewritten
    float begins = -5;                                              // … that a passage begins at a paragraph
    float ends = -4;                                                // … that it ends
    float word = -0.02F;                                            // of each word
    std::array<float, ParagraphEvidence::kinds> place = {1.5F, 3};  // of each place
    float least = -4;  // what one paragraph may show at least and at most, in log-odds
    float most = 12;
  };

  explicit Passages(const Weights& weights) : weights_(weights) {}

  // The log-odds that a paragraph by itself speaks for.
  float evidence(const ParagraphEvidence& paragraph) const;

  // Fills out with the probability of each paragraph.
  void judge(std::span<const ParagraphEvidence> paragraphs, std::vector<float>& out) const;

 private:
  Weights weights_;
};

}  // namespace soat::check::garble
