#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <random>
#include <vector>

#include "support/model_sample.h"
#include "training/codebook.h"
#include "training/counts.h"
#include "training/estimator.h"
#include "training/gram_counter.h"

namespace soat::training {
namespace {

using Words = std::vector<model::WordId>;

// Sentences over few words, so that n-grams repeat; the seed is fixed.
std::vector<Words> random_sentences(std::size_t count) {
  std::mt19937 random(7);
  std::vector<Words> sentences(count);
  for (Words& sentence : sentences) {
    sentence.resize(random() % 9);
    for (model::WordId& word : sentence)
      word = static_cast<model::WordId>(model::kFirstWord + (random() % 6) * (random() % 4));
  }
  return sentences;
}

constexpr std::size_t kVocabulary = 48;

// Counts of all n-grams of k words, boundaries included, straight from the definition.
std::map<Words, std::uint32_t> naive_counts(const std::vector<Words>& sentences, unsigned k) {
  std::map<Words, std::uint32_t> counts;
  for (const Words& sentence : sentences) {
    Words all{model::kBoundary};
    all.insert(all.end(), sentence.begin(), sentence.end());
    all.push_back(model::kBoundary);
    for (std::size_t end = 1; end < all.size(); ++end) {
      if (end + 1 < k) continue;
      ++counts[Words(all.begin() + static_cast<std::ptrdiff_t>(end + 1 - k),
                     all.begin() + static_cast<std::ptrdiff_t>(end + 1))];
    }
  }
  return counts;
}

Words words_of(const Counts& counts, unsigned k, std::uint32_t node) {
  Words words(k);
  for (unsigned j = k; j >= 1; --j) {
    words[j - 1] = counts.level[j].word[node];
    if (j > 1) node = counts.level[j].parent[node];
  }
  return words;
}

Counts counted(const std::vector<Words>& sentences, unsigned order, const CountingOptions& options,
               const test::TestFolder& folder) {
  GramCounter windows(order, folder.path(), 1);  // the least memory: many runs
  for (const Words& sentence : sentences) windows.add_sentence(sentence);
  return collect_counts(windows, kVocabulary, options);
}

class OrderTest : public testing::TestWithParam<unsigned> {};

TEST_P(OrderTest, CountsEqualTheDefinition) {
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

TEST_P(OrderTest, LowerOrdersCountDifferentWordsBefore) {
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

TEST_P(OrderTest, EveryContextHasADistribution) {
  const test::TestFolder folder;
  for (const bool continuation : {true, false}) {
    CountingOptions options;
    options.continuation = continuation;
    const Counts counts = counted(random_sentences(3'000), GetParam(), options, folder);
    expect_distributions(counts, estimate(counts));
  }
}

TEST_P(OrderTest, PruningKeepsFamiliesWholeAndDistributionsRight) {
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

INSTANTIATE_TEST_SUITE_P(Orders, OrderTest, testing::Values(2U, 3U, 4U, 5U));

TEST(Codebook, KeepsFewValuesExactly) {
  const std::vector<float> numbers{-1, -1, -2, -5, -5, -5, -9};
  const Codebook codebook(numbers, 3);
  for (const float number : numbers) EXPECT_NEAR(codebook.values()[codebook.code(number)], number, 1e-6);
}

TEST(Codebook, TakesTheNearestValue) {
  std::vector<float> numbers;
  for (int i = 0; i < 1000; ++i) numbers.push_back(static_cast<float>(i));
  const Codebook codebook(numbers, 4);
  ASSERT_EQ(codebook.values().size(), 16U);
  for (const float number : numbers) {
    const float chosen = codebook.values()[codebook.code(number)];
    for (const float value : codebook.values()) EXPECT_LE(std::abs(chosen - number), std::abs(value - number));
  }
}

}  // namespace
}  // namespace soat::training
