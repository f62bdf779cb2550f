#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

#include "model/word_id.h"
#include "training/gram_counter.h"

namespace soat::training {

// The n-grams of one order, sorted by their words, oldest first: a level of a trie. Node i ends in word[i], continues
// node parent[i] of the order below, and its own continuations are [child_begin[i], child_begin[i + 1]) of the order
// above.
struct OrderCounts {
  std::vector<model::WordId> word;
  std::vector<std::uint32_t> parent;
  std::vector<std::uint32_t> suffix;       // node of the order below that leaves out the oldest word
  std::vector<std::uint32_t> child_begin;  // one more than nodes; empty in the highest order
  std::vector<std::uint32_t> raw;          // how often it was seen
  std::vector<std::uint32_t> adjusted;     // the count that its estimate rests on
  std::vector<std::uint64_t> total;        // sum of adjusted counts of everything that was seen after it, kept or not

  std::size_t size() const { return word.size(); }
};

// What training keeps of its text. level[k] holds order k (level[0] is empty); level[1] has a node for every word
// number.
struct Counts {
  unsigned order = 0;
  std::array<OrderCounts, model::kMaximumOrder + 1> level;
  // How many n-grams of order k have the adjusted count 1, 2, 3, 4 (before any are left out).
  std::array<std::array<std::uint64_t, 5>, model::kMaximumOrder + 1> count_of_counts{};
};

struct CountingOptions {
  std::uint32_t minimum = 3;  // n-grams seen less often are left out
  // Orders below the highest rest on the number of different words before an n-gram (Kneser and Ney 1995), not on how
  // often it was seen.
  bool continuation = true;
};

// Collects the n-grams from the windows counted. vocabulary: number of word ids in use.
Counts collect_counts(GramCounter& windows, std::size_t vocabulary, const CountingOptions& options);

// The child of node `node` of order k - 1 that ends in word; level[k].size() when there is none.
std::uint32_t find_child(const Counts& counts, unsigned k, std::uint32_t node, model::WordId word);

}  // namespace soat::training
