#include "training/counts.h"

#include <gtest/gtest.h>

#include <map>
#include <vector>

#include "unit/training/counted.h"

namespace soat::training {
namespace {

class CountsOfOrder : public testing::TestWithParam<unsigned> {};

TEST_P(CountsOfOrder, CountsEqualTheDefinition) {
  const test::TestFolder folder;
  const auto sentences = random_sentences(40'000);
  CountingOptions options;
  options.minimum = 3;
  const Counts counts = counted(sentences, GetParam(), options, folder);
  for (unsigned k = 2; k <= GetParam(); ++k) {
    auto expected = naive_counts(sentences, k);
    std::erase_if(expected, [](const auto& entry) { return entry.second < 3; });
    ASSERT_EQ(counts.level[k].size(), expected.size()) << "order " << k;
    for (std::uint32_t i = 0; i < counts.level[k].size(); ++i) {
      const Words words = words_of(counts, k, i);
      ASSERT_EQ(counts.level[k].raw[i], expected[words]);
      // The suffix leaves out the oldest word.
      ASSERT_EQ(words_of(counts, k - 1, counts.level[k].suffix[i]), Words(words.begin() + 1, words.end()));
    }
  }
}

TEST_P(CountsOfOrder, LowerOrdersCountDifferentWordsBefore) {
  const test::TestFolder folder;
  const auto sentences = random_sentences(5'000);
  CountingOptions options;
  options.minimum = 1;
  const Counts counts = counted(sentences, GetParam(), options, folder);
  for (unsigned k = 2; k < GetParam(); ++k) {
    std::map<Words, std::uint32_t> before;
    std::map<Words, std::uint64_t> after;
    for (const auto& [words, count] : naive_counts(sentences, k + 1)) ++before[Words(words.begin() + 1, words.end())];
    for (const auto& [words, count] : naive_counts(sentences, k)) {
      if (words.front() == model::kBoundary) before[words] = count;
      after[Words(words.begin(), words.end() - 1)] += before[words];
    }
    for (std::uint32_t i = 0; i < counts.level[k].size(); ++i) {
      ASSERT_EQ(counts.level[k].adjusted[i], before[words_of(counts, k, i)]);
    }
    for (std::uint32_t i = 0; i < counts.level[k - 1].size(); ++i) {
      if (counts.level[k - 1].child_begin[i] == counts.level[k - 1].child_begin[i + 1]) continue;
      ASSERT_EQ(counts.level[k - 1].total[i], after[words_of(counts, k - 1, i)]) << "order " << k - 1;
    }
  }
}

INSTANTIATE_TEST_SUITE_P(Orders, CountsOfOrder, testing::Values(2U, 3U, 4U, 5U));

}  // namespace
}  // namespace soat::training
