#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "model/language_model.h"
#include "model/word_id.h"

namespace soat::check::extraction {

// The ways in which the letters of a sentence may be read as words: nodes are places between letters, an edge is what
// may stand between two of them. The likeliest way is found by beam search with the language model (as decoders of
// speech do; Ney and Ortmanns 1999). Reusable: reset() keeps the buffers.
class WordLattice {
 public:
  static constexpr std::uint32_t no_edge = 0xffffffff;

  // Forgets all edges; nodes are 0 .. nodes - 1, of which the first is the start and the last the end.
  void reset(std::uint32_t nodes);

  // Adds an edge from a node to a later one. words: what the model sees there, at most most_words, none where it sees
  // nothing. cost: nats to pay beside the model's. Gives the edge's number, counted from 0.
  std::uint32_t add(std::uint32_t from, std::uint32_t to, std::span<const model::WordId> words, float cost);

  // The edges of the likeliest way from the first node to the last, in order; empty when there is none. score: its
  // natural logarithm.
  std::vector<std::uint32_t> best_path(const model::LanguageModel& words, float& score);

  static constexpr std::size_t most_words = 8;

 private:
  struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    float cost = 0;
    std::uint32_t next = no_edge;  // the next edge that starts at the same node
    std::array<model::WordId, most_words> words{};
    std::uint32_t word_count = 0;
  };
  struct Hypothesis {
    float score = 0;
    model::State state;
    std::uint32_t edge = no_edge;
    std::uint32_t before = 0;  // number of the hypothesis at the edge's start
  };

  void extend(const model::LanguageModel& words, const Edge& edge, std::uint32_t number);

  std::vector<Edge> edges_;
  std::vector<std::uint32_t> first_edge_;            // by node
  std::vector<std::vector<Hypothesis>> hypotheses_;  // by node, best first
};

}  // namespace soat::check::extraction
