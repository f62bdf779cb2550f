#include "training/estimator.h"

#include <gtest/gtest.h>

#include <cmath>
#include <vector>

#include "unit/training/counted.h"

namespace soat::training {
namespace {

class EstimatesOfOrder : public testing::TestWithParam<unsigned> {};

// log p of a word after a node of order k - 1, by the definition of back-off.
double probability(const Counts& counts, const Estimates& estimates, unsigned k, std::uint32_t context,
                   model::WordId word) {
  if (k == 1) return std::exp(static_cast<double>(estimates[1].log_probability[word]));
  const std::uint32_t node = find_child(counts, k, context, word);
  if (node < counts.level[k].size()) return std::exp(static_cast<double>(estimates[k].log_probability[node]));
  const std::uint32_t shorter = k == 2 ? 0 : counts.level[k - 1].suffix[context];
  return std::exp(static_cast<double>(estimates[k - 1].log_backoff[context])) *
         probability(counts, estimates, k - 1, shorter, word);
}

void expect_distributions(const Counts& counts, const Estimates& estimates) {
  for (unsigned k = 1; k <= counts.order; ++k) {
    const std::size_t contexts = k == 1 ? 1 : counts.level[k - 1].size();
    for (std::uint32_t h = 0; h < contexts; ++h) {
      if (k > 1 && counts.level[k - 1].child_begin[h] == counts.level[k - 1].child_begin[h + 1]) continue;
      double sum = 0;
      for (model::WordId word = 1; word < kVocabulary; ++word) sum += probability(counts, estimates, k, h, word);
      ASSERT_NEAR(sum, 1.0, 1e-4) << "order " << k << " context " << h;
    }
  }
}

TEST_P(EstimatesOfOrder, EveryContextHasADistribution) {
  const test::TestFolder folder;
  for (const bool continuation : {true, false}) {
    CountingOptions options;
    options.continuation = continuation;
    const Counts counts = counted(random_sentences(3'000), GetParam(), options, folder);
    expect_distributions(counts, estimate(counts));
  }
}

TEST_P(EstimatesOfOrder, PruningKeepsFamiliesWholeAndDistributionsRight) {
  const test::TestFolder folder;
  Counts counts = counted(random_sentences(3'000), GetParam(), {}, folder);
  std::vector<std::uint32_t> family(kVocabulary);
  for (std::uint32_t w = 0; w < kVocabulary; ++w) family[w] = w / 3;
  PruningOptions options;
  options.bits.fill(20);
  std::size_t size = 0;
  for (unsigned k = 2; k <= counts.order; ++k) size += counts.level[k].size();
  options.budget = 20.0 * static_cast<double>(size) / 2;
  const Counts all = counts;
  prune(counts, estimate(counts), family, options);

  std::size_t kept = 0;
  for (unsigned k = 2; k <= counts.order; ++k) {
    kept += counts.level[k].size();
    for (std::uint32_t i = 0; i < counts.level[k].size(); ++i) {
      const Words words = words_of(counts, k, i);
      ASSERT_EQ(words_of(counts, k - 1, counts.level[k].suffix[i]), Words(words.begin() + 1, words.end()));
    }
  }
  EXPECT_LE(kept, size / 2);
  EXPECT_GT(kept, size / 4);
  // Whoever was counted beside a kept member of a family is kept.
  for (unsigned k = 2; k <= counts.order; ++k) {
    for (std::uint32_t i = 0; i < all.level[k].size(); ++i) {
      const Words words = words_of(all, k, i);
      std::uint32_t node = words.front();
      const auto walk = [&](unsigned j, model::WordId word) {
        if (j == 2 || node < counts.level[j - 1].size()) node = find_child(counts, j, node, word);
      };
      bool present = true;
      for (unsigned j = 2; j < k && present; ++j) {
        walk(j, words[j - 1]);
        present = node < counts.level[j].size();
      }
      if (!present) continue;
      unsigned members = 0;
      unsigned kept_members = 0;
      const std::uint32_t parent = all.level[k].parent[i];
      for (std::uint32_t c = all.level[k - 1].child_begin[parent]; c < all.level[k - 1].child_begin[parent + 1]; ++c) {
        if (family[all.level[k].word[c]] != family[words.back()]) continue;
        ++members;
        kept_members += find_child(counts, k, node, all.level[k].word[c]) < counts.level[k].size();
      }
      ASSERT_TRUE(kept_members == 0 || kept_members == members) << "order " << k;
    }
  }
  expect_distributions(counts, estimate(counts));
}

INSTANTIATE_TEST_SUITE_P(Orders, EstimatesOfOrder, testing::Values(2U, 3U, 4U, 5U));

}  // namespace
}  // namespace soat::training
