#include "model/language_model.h"

#include <algorithm>
#include <string>

namespace soat::model {

namespace {

constexpr std::uint32_t kLongRange = 32;
constexpr std::uint32_t kFirstStep = 8;

}  // namespace

WordId LanguageModel::find(text::Syllable syllable, bool capitalised) const {
  const Entries entries = by_code_[text::fold_i_y(syllable).code()];
  if (capitalised && entries.capitalised != kNone) return entries.capitalised;
  return entries.lower != kNone ? entries.lower : kRareSyllable;
}

WordId LanguageModel::find(std::u16string_view lower, bool capitalised) const {
  const auto found = foreign_.find(lower);
  if (found == foreign_.end()) return kUnknownWord;
  if (capitalised && found->second.capitalised != kNone) return found->second.capitalised;
  return found->second.lower != kNone ? found->second.lower : kUnknownWord;
}

std::string_view LanguageModel::spelling(WordId word) const {
  if (word >= vocabulary_size_) return added_words_[word - vocabulary_size_].spelling;
  const std::size_t begin = words_[word].spelling;
  const std::size_t end = std::size_t{word} + 1 < vocabulary_size_ ? words_[word + 1].spelling : spellings_.size();
  return spellings_.substr(begin, end - begin);
}

WordCounts LanguageModel::counts(WordId word) const {
  if (word >= vocabulary_size_) return {added_words_[word - vocabulary_size_].count, 0, 0};
  const WordRecord& record = words_[word];
  return {record.lower, record.capitalised, record.upper};
}

WordRange LanguageModel::family(WordId word) const {
  if (word >= vocabulary_size_) return {word, static_cast<WordId>(word + 1)};
  const std::uint32_t family = words_[word].family;
  auto end = static_cast<std::size_t>(word) + 1;
  while (end < vocabulary_size_ && words_[end].family == family) ++end;
  return {static_cast<WordId>(family & ~kCapitalisedFlag), static_cast<WordId>(end)};
}

WordRange LanguageModel::family(std::uint64_t key) const {
  const auto found = families_.find(key);
  return found == families_.end() ? WordRange{} : found->second;
}

std::span<const WordId> LanguageModel::added_family(std::uint64_t key) const {
  const auto found = added_families_.find(key);
  return found == added_families_.end() ? std::span<const WordId>() : std::span<const WordId>(found->second);
}

State LanguageModel::sentence_start() const {
  State state;
  state.last[0] = kBoundary;
  state.node[0] = kBoundary;
  state.log_backoff[0] = word_backoff(kBoundary);
  state.length = 1;
  return state;
}

std::uint32_t LanguageModel::guess_place(std::uint32_t count, WordId word) const {
  return static_cast<std::uint32_t>(std::uint64_t{count} * word_rank_[word] >> 16);
}

void LanguageModel::prefetch_search(const Level& level, NodeRange range, WordId word) const {
  const std::uint32_t count = range.end - range.begin;
  level.records.prefetch_at(range.begin + (count > kLongRange ? guess_place(count, word) : count / 2));
}

std::uint32_t LanguageModel::find_in(const Level& level, NodeRange range, WordId word, std::uint64_t& record) const {
  std::uint32_t begin = range.begin;
  std::uint32_t count = range.end - range.begin;
  if (count == 0) return kAbsent;
  // A long range is entered where the word would stand if its words were spread evenly, and left in doubling steps: one
  // or two cache lines instead of one for each halving.
  if (count > kLongRange) {
    const auto guess = guess_place(count, word);
    std::uint32_t low = guess;
    std::uint32_t step = kFirstStep;
    if (level.word(begin + guess) <= word) {
      while (low + step < count && level.word(begin + low + step) <= word) {
        low += step;
        step *= 2;
      }
      count = std::min(step, count - low);
    } else {
      std::uint32_t high = guess;
      low = high > step ? high - step : 0;
      while (low > 0 && level.word(begin + low) > word) {
        high = low;
        step *= 2;
        low = high > step ? high - step : 0;
      }
      count = high - low;
    }
    begin += low;
  }
  // Halving without branches on the data: the loop's length depends on the range only.
  while (count > 1) {
    const std::uint32_t half = count / 2;
    begin = level.word(begin + half) <= word ? begin + half : begin;
    count -= half;
  }
  record = level.records[begin];
  return record >> level.word_shift == word ? begin : kAbsent;
}

void LanguageModel::prefetch_continuation(const Context& context, unsigned length, WordId word) const {
  const NodeRange range = context.ranges[length - 1];
  const PairFilter::Row row = length == 1 ? successors_of(context.state) : PairFilter::Row();
  if (!row) {
    prefetch_search(levels_[length + 1], range, word);
  } else if (row.has(word)) {
    levels_[2].records.prefetch_at(range.begin + row.rank(word));
  }
}

std::uint32_t LanguageModel::find_continuation(const Context& context, unsigned length, WordId word,
                                               std::uint64_t& record) const {
  const NodeRange range = context.ranges[length - 1];
  const PairFilter::Row row = length == 1 ? successors_of(context.state) : PairFilter::Row();
  if (!row) return find_in(levels_[length + 1], range, word, record);
  if (!row.has(word)) return kAbsent;
  const std::uint32_t node = range.begin + row.rank(word);
  record = levels_[2].records[node];
  return node;
}

Context LanguageModel::context(const State& state) const {
  Context context{state, {}};
  for (unsigned i = 0; i < state.length; ++i) context.ranges[i] = children(i + 1, state.node[i]);
  return context;
}

Score LanguageModel::score(const State& state, WordId word, State& next) const {
  // All ranges before any search: finding them does not depend on one another, so that the waits for memory overlap.
  Context context{state, {}};
  for (unsigned i = 0; i < state.length; ++i) {
    context.ranges[i] = children(i + 1, state.node[i]);
    prefetch_continuation(context, i + 1, known(word));
  }
  return score_in(context, word, next);
}

Score LanguageModel::score_in(const Context& context, WordId spelt, State& next) const {
  const State& state = context.state;
  const WordId word = known(spelt);
  State result;
  result.last = {spelt, state.last[0]};
  result.node[0] = word;
  result.log_backoff[0] = word_backoff(word);
  result.length = 1;
  Score score{word_probability(word), 1};
  for (unsigned length = 1; length <= state.length; ++length) {
    const Level& level = levels_[length + 1];
    std::uint64_t record = 0;
    const std::uint32_t node = find_continuation(context, length, word, record);
    if (node == kAbsent) {
      // Longer contexts know the word only if this one does.
      for (; length <= state.length; ++length) score.log_probability += state.log_backoff[length - 1];
      break;
    }
    score.order = static_cast<std::uint8_t>(length + 1);
    score.log_probability = level.probability(record);
    if (length + 1 < order_) {
      result.node[length] = node;
      children_[length + 1].prefetch_range(node);
      result.log_backoff[length] = level.backoffs[record & level.backoff_mask];
      result.length = static_cast<std::uint8_t>(length + 1);
    }
  }
  if (!added_grams_.empty()) count_additions(state, spelt, score);
  next = result;
  return score;
}

Score LanguageModel::score(const State& state, WordId word) const {
  Score result;
  score(context(state), std::span(&word, 1), std::span(&result, 1));
  return result;
}

void LanguageModel::score(const Context& context, std::span<const WordId> words, std::span<Score> scores) const {
  const State& state = context.state;
  const PairFilter::Row filter = successors_of(state);
  for (std::size_t i = 0; i < words.size(); ++i) {
    const WordId word = known(words[i]);
    // Order 0 stands for what the filter says is not known behind the context.
    scores[i] = {word_probability(word), static_cast<std::uint8_t>(filter && !filter.has(word) ? 0 : 1)};
    if (state.length > 0 && scores[i].order == 1) prefetch_continuation(context, 1, word);
  }
  for (unsigned length = 1; length <= state.length; ++length) {
    const NodeRange range = context.ranges[length - 1];
    const Level& level = levels_[length + 1];
    const float backoff = state.log_backoff[length - 1];
    for (std::size_t i = 0; i < words.size(); ++i) {
      std::uint64_t record = 0;
      if (scores[i].order == length && !range.empty() &&
          find_continuation(context, length, known(words[i]), record) != kAbsent) {
        scores[i] = {level.probability(record), static_cast<std::uint8_t>(length + 1)};
      } else {
        scores[i].log_probability += backoff;
      }
    }
  }
  for (Score& score : scores) score.order = std::max<std::uint8_t>(score.order, 1);
  if (added_grams_.empty()) return;
  for (std::size_t i = 0; i < words.size(); ++i) count_additions(state, words[i], scores[i]);
}

void LanguageModel::score(const Context& context, std::span<const WordId> words, std::span<Score> scores,
                          std::span<State> next) const {
  for (const WordId word : words) {
    for (unsigned length = 1; length <= context.state.length; ++length)
      prefetch_continuation(context, length, known(word));
  }
  for (std::size_t i = 0; i < words.size(); ++i) scores[i] = score_in(context, words[i], next[i]);
}

// All pairs, then all triples and so on, as far as they are known: few contexts are asked for their longest.
void LanguageModel::score(std::span<State> states, WordId spelt, std::span<Score> scores) const {
  constexpr std::size_t kTogether = 16;
  const WordId word = known(spelt);
  State alone;
  alone.node[0] = word;
  alone.log_backoff[0] = word_backoff(word);
  alone.length = 1;
  std::array<Context, kTogether> contexts;
  std::array<std::uint8_t, kTogether> asked;  // numbers of those in work
  for (std::size_t begin = 0; begin < states.size(); begin += kTogether) {
    const std::size_t together = std::min(kTogether, states.size() - begin);
    std::size_t count = 0;
    for (std::size_t i = 0; i < together; ++i) {
      State& state = states[begin + i];
      contexts[i].state = state;
      scores[begin + i] = {word_probability(word), 1};
      alone.last = {spelt, state.last[0]};
      state = alone;
      if (contexts[i].state.length > 0) asked[count++] = static_cast<std::uint8_t>(i);
    }
    for (unsigned length = 1; count > 0; ++length) {
      for (std::size_t n = 0; n < count; ++n) {
        Context& context = contexts[asked[n]];
        context.ranges[length - 1] = children(length, context.state.node[length - 1]);
        prefetch_continuation(context, length, word);
      }
      std::size_t found = 0;
      for (std::size_t n = 0; n < count; ++n) {
        const std::size_t i = asked[n];
        std::uint64_t record = 0;
        const std::uint32_t node = find_continuation(contexts[i], length, word, record);
        if (node == kAbsent) continue;
        const Level& level = levels_[length + 1];
        scores[begin + i] = {level.probability(record), static_cast<std::uint8_t>(length + 1)};
        if (length + 1 < order_) {
          State& next = states[begin + i];
          next.node[length] = node;
          next.log_backoff[length] = level.backoffs[record & level.backoff_mask];
          next.length = static_cast<std::uint8_t>(length + 1);
          children_[length + 1].prefetch_range(node);
        }
        if (length < contexts[i].state.length) asked[found++] = static_cast<std::uint8_t>(i);
      }
      count = found;
    }
    for (std::size_t i = 0; i < together; ++i) {
      const State& state = contexts[i].state;
      Score& score = scores[begin + i];
      for (unsigned length = score.order; length <= state.length; ++length)
        score.log_probability += state.log_backoff[length - 1];
      if (!added_grams_.empty()) count_additions(state, spelt, score);
    }
  }
}

void LanguageModel::score_sequence(const State& start, std::span<const WordId> words, std::span<Context> before,
                                   std::span<Score> scores) const {
  // So many that what is asked for is still in the nearest cache when its turn comes.
  constexpr std::size_t kTogether = 64;
  State first = start;
  for (std::size_t begin = 0; begin < words.size(); begin += kTogether) {
    const std::size_t count = std::min(kTogether, words.size() - begin);
    const auto part = words.subspan(begin, count);
    const auto contexts = before.subspan(begin, count);
    const auto found = scores.subspan(begin, count);
    State next;
    for (std::size_t i = 0; i < count; ++i) {
      if (i == 0) contexts[0].state = first;
      State& after = i + 1 < count ? contexts[i + 1].state : next;
      const WordId word = known(part[i]);
      after.last = {part[i], contexts[i].state.last[0]};
      after.node[0] = word;
      after.log_backoff[0] = word_backoff(word);
      after.length = 1;
      found[i] = {word_probability(word), 1};
    }
    for (unsigned length = 1; length < order_; ++length) score_level(length, part, contexts, found, next);
    for (std::size_t i = 0; i < count; ++i) {
      const State& state = contexts[i].state;
      for (unsigned length = found[i].order; length <= state.length; ++length)
        found[i].log_probability += state.log_backoff[length - 1];
      if (!added_grams_.empty()) count_additions(state, part[i], found[i]);
    }
    first = next;
  }
}

// Looks each word up behind the context of one length, where it is known behind all shorter ones. Contexts grow from
// length to length as what stands before them is found; `last` is the one after the last word.
void LanguageModel::score_level(unsigned length, std::span<const WordId> words, std::span<Context> before,
                                std::span<Score> scores, State& last) const {
  const Level& level = levels_[length + 1];
  for (std::size_t i = 0; i < words.size(); ++i) {
    Context& context = before[i];
    if (context.state.length < length) continue;
    context.ranges[length - 1] = children(length, context.state.node[length - 1]);
    if (scores[i].order == length) prefetch_continuation(context, length, known(words[i]));
  }
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (scores[i].order != length || before[i].state.length < length) continue;
    std::uint64_t record = 0;
    const std::uint32_t node = find_continuation(before[i], length, known(words[i]), record);
    if (node == kAbsent) continue;
    scores[i] = {level.probability(record), static_cast<std::uint8_t>(length + 1)};
    if (length + 1 == order_) continue;
    State& after = i + 1 < words.size() ? before[i + 1].state : last;
    after.node[length] = node;
    after.log_backoff[length] = level.backoffs[record & level.backoff_mask];
    after.length = static_cast<std::uint8_t>(length + 1);
    children_[length + 1].prefetch_range(node);
  }
}

}  // namespace soat::model
