#pragma once

#include <cstdint>
#include <map>
#include <random>
#include <vector>

#include "support/model_sample.h"
#include "training/counts.h"
#include "training/gram_counter.h"

// Counts of small random texts, for tests of what is made of them.
namespace soat::training {

using Words = std::vector<model::WordId>;

// Sentences over few words, so that n-grams repeat; the seed is fixed.
inline std::vector<Words> random_sentences(std::size_t count) {
  std::mt19937 random(7);
  std::vector<Words> sentences(count);
  for (Words& sentence : sentences) {
    sentence.resize(random() % 9);
    for (model::WordId& word : sentence)
      word = static_cast<model::WordId>(model::kFirstWord + (random() % 6) * (random() % 4));
  }
  return sentences;
}

inline constexpr std::size_t kVocabulary = 48;

// Counts of all n-grams of k words, boundaries included, straight from the definition.
inline std::map<Words, std::uint32_t> naive_counts(const std::vector<Words>& sentences, unsigned k) {
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

inline Words words_of(const Counts& counts, unsigned k, std::uint32_t node) {
  Words words(k);
  for (unsigned j = k; j >= 1; --j) {
    words[j - 1] = counts.level[j].word[node];
    if (j > 1) node = counts.level[j].parent[node];
  }
  return words;
}

inline Counts counted(const std::vector<Words>& sentences, unsigned order, const CountingOptions& options,
                      const test::TestFolder& folder) {
  GramCounter windows(order, folder.path(), 1);  // the least memory: many runs
  for (const Words& sentence : sentences) windows.add_sentence(sentence);
  return collect_counts(windows, kVocabulary, options);
}

}  // namespace soat::training
