#include "check/garble/predecessors.h"

#include <cstddef>

#include "text/galloping_search.h"

namespace soat::check::garble {

using model::WordId;

namespace {

// From so many words before it on a word has a filter, which takes 2 KiB.
constexpr std::size_t long_list = 1024;

}  // namespace

Predecessors::Predecessors(const model::LanguageModel& words) {
  const std::size_t size = words.file_vocabulary_size();
  const auto for_each_pair = [&](const auto& take) {
    for (std::size_t i = 0; i < size; ++i) {
      const auto first = static_cast<WordId>(i);
      const model::LanguageModel::Successors next = words.successors(first);
      for (std::uint32_t k = 0; k < next.size(); ++k) {
        if (const WordId second = next[k]; second < size) take(first, second, next.code(k));
      }
    }
  };
  // Twice through the pairs, counting first: cheaper than sorting them.
  begin_.resize(size + 2);
  for_each_pair([&](WordId, WordId second, std::uint8_t) { ++begin_[second + std::size_t{2}]; });
  for (std::size_t i = 2; i < begin_.size(); ++i) begin_[i] += begin_[i - 1];
  words_.resize(begin_.back());
  codes_.resize(begin_.back());
  // begin_[w + 1] runs from the begin of w to its end, which is the begin of the next.
  for_each_pair([&](WordId first, WordId second, std::uint8_t code) {
    const std::uint32_t at = begin_[second + std::size_t{1}]++;
    words_[at] = first;
    codes_[at] = code;
  });
  begin_.pop_back();
  std::size_t long_lists = 0;
  for (std::size_t i = 0; i < size; ++i) {
    long_lists += of(static_cast<WordId>(i)).size() < long_list ? 0 : 1;
  }
  filter_ = model::PairFilter(size, long_lists);
  for (std::size_t i = 0; i < size; ++i) {
    const auto word = static_cast<WordId>(i);
    if (of(word).size() < long_list) continue;
    filter_.open(word);
    for (const WordId first : of(word)) filter_.mark(word, first);
  }
}

namespace {

// Calls take(word, i, k) for the words that both lists hold, at places i of the short one and k of the long one; the
// long one is searched from where the search before ended.
template <typename ShortAt, typename LongAt, typename Take>
void meet(std::uint32_t short_size, const ShortAt& short_at, std::uint32_t long_size, const LongAt& long_at,
          const Take& take) {
  std::uint32_t k = 0;
  for (std::uint32_t i = 0; i < short_size && k < long_size; ++i) {
    const WordId word = short_at(i);
    k = text::first_from(k, long_size, [&](std::uint32_t at) { return long_at(at) >= word; });
    if (k < long_size && long_at(k) == word) take(word, i, k);
  }
}

}  // namespace

void find_between(const model::LanguageModel& words, const Predecessors& predecessors, WordId before, WordId after,
                  std::uint32_t most, Between& out) {
  out.clear();
  const std::span<const WordId> left = predecessors.of(after);
  const model::LanguageModel::Successors right = words.successors(before);
  const auto left_size = static_cast<std::uint32_t>(left.size());
  const std::uint32_t right_size = right.size();
  if (left_size > most && right_size > most) return;
  const auto left_at = [&](std::uint32_t i) { return left[i]; };
  const auto right_at = [&](std::uint32_t i) { return right[i]; };
  const auto add = [&](WordId word, std::uint32_t place) {
    if (word < model::kFirstWord) return;
    out.words.push_back(word);
    out.places.push_back(place);
  };
  // The shorter list is walked, if not both have filters; the longer one may have one.
  const model::PairFilter::Row follow = right.filter();
  const model::PairFilter::Row precede = predecessors.filter(after);
  if (follow && precede) {
    follow.for_each_common(precede, [&](WordId word) { add(word, follow.rank(word)); });
  } else if (left_size < right_size) {
    if (follow) {
      for (const WordId word : left) {
        if (follow.has(word)) add(word, follow.rank(word));
      }
    } else {
      meet(left_size, left_at, right_size, right_at,
           [&](WordId word, std::uint32_t, std::uint32_t place) { add(word, place); });
    }
  } else if (precede) {
    for (std::uint32_t i = 0; i < right_size; ++i) {
      if (const WordId word = right[i]; precede.has(word)) add(word, i);
    }
  } else {
    meet(right_size, right_at, left_size, left_at,
         [&](WordId word, std::uint32_t place, std::uint32_t) { add(word, place); });
  }
}

}  // namespace soat::check::garble
