// LanguageModel's scores of many words in ascending order.
#include <algorithm>
#include <array>
#include <cstddef>

#include "model/language_model.h"
#include "text/galloping_search.h"

namespace soat::model {

namespace {

// So many words that what is asked for is still in the nearest cache when its turn comes.
constexpr std::size_t kTogether = 128;

}  // namespace

// Some of the words, with the numbers of those that all contexts up to now know.
struct LanguageModel::Ascending {
  std::span<const WordId> words;
  std::span<Score> scores;
  std::span<Nodes> nodes;  // may be empty
  std::array<std::uint8_t, kTogether> known;
  std::size_t known_count = 0;

  Ascending(std::size_t begin, std::span<const WordId> all_words, std::span<Score> all_scores,
            std::span<Nodes> all_nodes)
      : words(all_words.subspan(begin, std::min(kTogether, all_words.size() - begin))),
        scores(all_scores.subspan(begin, words.size())),
        nodes(all_nodes.empty() ? all_nodes : all_nodes.subspan(begin, words.size())) {
    static_assert(kTogether <= 256);
    for (Nodes& one : nodes) one.fill(kAbsent);
  }

  // Word i was found at a node of the level for this length of context.
  void take(std::size_t i, unsigned length, const Level& level, std::uint32_t node, std::uint64_t record) {
    scores[i] = {level.probability(record), static_cast<std::uint8_t>(length + 1)};
    if (!nodes.empty() && length <= nodes[i].size()) nodes[i][length - 1] = node;
  }
};

// Looks the known words up among the continuations of a context of that length and keeps those that are there. rest:
// the continuations that have not been passed.
void LanguageModel::keep_known(Ascending& part, unsigned length, NodeRange& rest) const {
  const std::size_t asked = part.known_count;
  part.known_count = 0;
  if (asked == 0 || rest.empty()) return;
  const Level& level = levels_[length + 1];
  const WordId last = part.words[part.known[asked - 1]];
  const std::uint32_t all = rest.end - rest.begin;
  const std::uint32_t beside = guess_place(all, last) - guess_place(all, part.words[part.known[0]]);
  std::uint32_t node = rest.begin;
  if (beside < asked) {
    // Through the continuations, each searched among the words.
    std::uint32_t k = 0;
    for (; node < rest.end && k < asked; ++node) {
      const std::uint64_t record = level.records[node];
      const std::uint64_t word = record >> level.word_shift;
      if (word > last) break;
      k = text::first_from(k, static_cast<std::uint32_t>(asked),
                           [&](std::uint32_t at) { return part.words[part.known[at]] >= word; });
      const std::uint8_t i = part.known[k];
      if (part.words[i] != word) continue;
      part.take(i, length, level, node, record);
      // Not before k: no more have been kept than passed.
      part.known[part.known_count++] = i;
      ++k;
    }
  } else {
    for (std::size_t k = 0; k < asked && node < rest.end; ++k) {
      const std::uint8_t i = part.known[k];
      const WordId word = part.words[i];
      node = text::first_from(node, rest.end, [&](std::uint32_t at) { return level.word(at) >= word; });
      if (node == rest.end) break;
      const std::uint64_t record = level.records[node];
      if (record >> level.word_shift != word) continue;
      part.take(i, length, level, node, record);
      part.known[part.known_count++] = i;
    }
  }
  rest.begin = node;
}

// The contexts from length `shortest` on, then what is taken off for those that do not know a word.
void LanguageModel::score_longer(const Context& context, Ascending& part, unsigned shortest,
                                 std::span<NodeRange> rest) const {
  const State& state = context.state;
  for (unsigned length = shortest; length <= state.length; ++length) keep_known(part, length, rest[length - 1]);
  for (unsigned length = 1; length <= state.length; ++length) {
    const float backoff = state.log_backoff[length - 1];
    for (Score& score : part.scores) score.log_probability += score.order <= length ? backoff : 0.0F;
  }
  if (added_grams_.empty()) return;
  for (std::size_t i = 0; i < part.words.size(); ++i) count_additions(state, part.words[i], part.scores[i]);
}

void LanguageModel::score_ascending(const Context& context, std::span<const WordId> words, std::span<Score> scores,
                                    std::span<Nodes> nodes) const {
  const State& state = context.state;
  std::array<NodeRange, kMaximumOrder - 1> rest = context.ranges;
  const PairFilter::Row filter = successors_of(state);
  const Level& pairs = levels_[2];
  for (std::size_t begin = 0; begin < words.size(); begin += kTogether) {
    Ascending part(begin, words, scores, nodes);
    const std::size_t count = part.words.size();
    if (filter) {
      std::array<std::uint32_t, kTogether> places;
      for (std::size_t i = 0; i < count; ++i) {
        const WordId word = part.words[i];
        part.scores[i] = {word_probability(word), 1};
        if (!filter.has(word)) continue;
        const std::uint32_t node = rest[0].begin + filter.rank(word);
        pairs.records.prefetch_at(node);
        places[part.known_count] = node;
        part.known[part.known_count++] = static_cast<std::uint8_t>(i);
      }
      for (std::size_t k = 0; k < part.known_count; ++k)
        part.take(part.known[k], 1, pairs, places[k], pairs.records[places[k]]);
    } else {
      for (std::size_t i = 0; i < count; ++i) {
        part.scores[i] = {word_probability(part.words[i]), 1};
        part.known[i] = static_cast<std::uint8_t>(i);
      }
      part.known_count = count;
      if (state.length > 0) keep_known(part, 1, rest[0]);
    }
    score_longer(context, part, 2, rest);
  }
}

void LanguageModel::score_successors(const Context& context, std::span<const WordId> words,
                                     std::span<const std::uint32_t> places, std::span<Score> scores,
                                     std::span<Nodes> nodes) const {
  std::array<NodeRange, kMaximumOrder - 1> rest = context.ranges;
  const Level& pairs = levels_[2];
  for (std::size_t begin = 0; begin < words.size(); begin += kTogether) {
    Ascending part(begin, words, scores, nodes);
    const std::size_t count = part.words.size();
    for (std::size_t i = 0; i < count; ++i) pairs.records.prefetch_at(rest[0].begin + places[begin + i]);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t node = rest[0].begin + places[begin + i];
      part.take(i, 1, pairs, node, pairs.records[node]);
      part.known[i] = static_cast<std::uint8_t>(i);
    }
    part.known_count = count;
    score_longer(context, part, 2, rest);
  }
}

void LanguageModel::score_behind(std::span<const Nodes> nodes, std::span<const std::uint8_t> codes, WordId word,
                                 std::span<float> log_probabilities) const {
  std::array<NodeRange, kTogether> triples;
  for (std::size_t begin = 0; begin < nodes.size(); begin += kTogether) {
    const std::size_t count = std::min(kTogether, nodes.size() - begin);
    for (std::size_t i = 0; i < count; ++i) {
      const std::uint32_t node = nodes[begin + i][0];
      triples[i] = node == kAbsent || order_ < 3 ? NodeRange() : children(2, node);
      if (!triples[i].empty()) prefetch_search(levels_[3], triples[i], word);
    }
    for (std::size_t i = 0; i < count; ++i) {
      const Nodes& context = nodes[begin + i];
      float sum = pair_probability(codes[begin + i]);
      unsigned length = 2;  // of the shortest context that does not know the word
      for (; length < order_ && context[length - 2] != kAbsent; ++length) {
        const NodeRange range = length == 2 ? triples[i] : children(length, context[length - 2]);
        std::uint64_t record = 0;
        if (find_in(levels_[length + 1], range, word, record) == kAbsent) break;
        sum = levels_[length + 1].probability(record);
      }
      for (; length < order_ && context[length - 2] != kAbsent; ++length) {
        const Level& level = levels_[length];
        sum += level.backoffs[level.records[context[length - 2]] & level.backoff_mask];
      }
      log_probabilities[begin + i] = sum;
    }
  }
}

State LanguageModel::after(const Context& before, WordId word, const Nodes& nodes) const {
  State next;
  next.last = {word, before.state.last[0]};
  next.node[0] = word;
  next.log_backoff[0] = word_backoff(word);
  next.length = 1;
  for (unsigned length = 1; length + 1 < order_ && nodes[length - 1] != kAbsent; ++length) {
    const Level& level = levels_[length + 1];
    const std::uint32_t node = nodes[length - 1];
    next.node[length] = node;
    next.log_backoff[length] = level.backoffs[level.records[node] & level.backoff_mask];
    next.length = static_cast<std::uint8_t>(length + 1);
  }
  return next;
}

}  // namespace soat::model
