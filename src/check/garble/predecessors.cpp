#include "check/garble/predecessors.h"

#include <algorithm>
#include <cstddef>

namespace soat::check::garble {

using model::WordId;

Predecessors::Predecessors(const model::LanguageModel& words) {
  const std::size_t size = words.file_vocabulary_size();
  // Twice through the pairs, counting first: cheaper than keeping them all.
  const auto visit = [&](const auto& take) {
    for (std::size_t i = 0; i < size; ++i) {
      const auto first = static_cast<WordId>(i);
      const model::LanguageModel::Successors next = words.successors(first);
      for (std::uint32_t k = 0; k < next.size(); ++k) {
        if (const WordId second = next[k]; second < size) take(first, second);
      }
    }
  };
  begin_.resize(size + 2);
  visit([&](WordId, WordId second) { ++begin_[second + std::size_t{2}]; });
  for (std::size_t i = 2; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  words_.resize(begin_.back());
  // begin_[w + 1] runs from the begin of w to its end, which is the begin of the next.
  visit([&](WordId first, WordId second) { words_[begin_[second + std::size_t{1}]++] = first; });
  begin_.pop_back();
  std::size_t long_lists = 0;
  for (std::size_t i = 0; i < size; ++i) {
    long_lists += of(static_cast<WordId>(i)).size() < model::PairFilter::long_list ? 0 : 1;
  }
  filter_ = model::PairFilter(size, long_lists);
  for (std::size_t i = 0; i < size; ++i) {
    const auto word = static_cast<WordId>(i);
    if (of(word).size() < model::PairFilter::long_list) continue;
    filter_.open(word);
    for (const WordId first : of(word)) filter_.mark(word, first);
  }
}

void find_between(const model::LanguageModel& words, const Predecessors& predecessors, WordId before, WordId after,
                  std::uint32_t most, std::vector<WordId>& out) {
  out.clear();
  const std::span<const WordId> left = predecessors.of(after);
  const model::LanguageModel::Successors right = words.successors(before);
  const auto left_size = static_cast<std::uint32_t>(left.size());
  const std::uint32_t right_size = right.size();
  if (left_size > most && right_size > most) return;
  // The shorter list is walked. The longer one has a filter, or is searched from where the search before it ended, by
  // doubling steps.
  const auto walk = [&](std::uint32_t short_size, const auto& short_at, std::uint32_t long_size, const auto& long_at,
                        model::PairFilter::Row filter) {
    if (filter) {
      for (std::uint32_t i = 0; i < short_size; ++i) {
        const WordId word = short_at(i);
        if (filter.has(word) && word >= model::kFirstWord) out.push_back(word);
      }
      return;
    }
    std::uint32_t low = 0;
    for (std::uint32_t i = 0; i < short_size && low < long_size; ++i) {
      const WordId word = short_at(i);
      std::uint32_t step = 1;
      std::uint32_t high = low;
      while (high < long_size && long_at(high) < word) {
        low = high + 1;
        high += step;
        step *= 2;
      }
      high = std::min(high, long_size);
      while (low < high) {
        const std::uint32_t middle = low + (high - low) / 2;
        if (long_at(middle) < word) {
          low = middle + 1;
        } else {
          high = middle;
        }
      }
      if (low < long_size && long_at(low) == word && word >= model::kFirstWord) out.push_back(word);
    }
  };
  const auto left_at = [&](std::uint32_t i) { return left[i]; };
  const auto right_at = [&](std::uint32_t i) { return right[i]; };
  if (left_size < right_size) {
    walk(left_size, left_at, right_size, right_at, right.filter());
  } else {
    walk(right_size, right_at, left_size, left_at, predecessors.filter(after));
  }
}

}  // namespace soat::check::garble
