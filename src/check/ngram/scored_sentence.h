#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <span>
#include <stop_token>
#include <string>
#include <string_view>
#include <vector>

#include "model/language_model.h"
#include "model/token_stream.h"
#include "text/analysis.h"

namespace soat::check::ngram {

// A sentence as the language model reads it: its items, their words, and how well each word fits behind those before
// it. The boundary at its end counts as a word after the last item: word(size()). Its words can be replaced, and are
// scored again by score().
class ScoredSentence {
 public:
  explicit ScoredSentence(const model::LanguageModel& words) : model_(&words) {}

  // Reads and scores a sentence. False when it has no items.
  bool read(const text::Analysis& analysis, const text::Sentence& sentence);

  // Replaces items and words of the sentence, which must be as many; score() is to be called then.
  void assign(std::span<const model::Item> items, std::span<const model::WordId> words);
  void replace(std::size_t i, model::WordId word) { words_[i] = word; }
  void score();

  const text::Analysis& analysis() const { return *analysis_; }
  std::size_t size() const { return items_.size(); }
  std::span<const model::Item> items() const { return items_; }
  const model::Item& item(std::size_t i) const { return items_[i]; }
  // Without the boundary.
  std::span<const model::WordId> words() const { return {words_.data(), items_.size()}; }
  model::WordId word(std::size_t i) const { return words_[i]; }
  // What stands there before word i; the boundary before the first.
  model::WordId word_before(std::size_t i) const { return i == 0 ? model::kBoundary : words_[i - 1]; }
  std::u16string_view letters(std::size_t i) const {
    return std::u16string_view(analysis_->text).substr(items_[i].start, items_[i].end - items_[i].start);
  }

  // The context of word i, and its score there.
  const model::Context& before(std::size_t i) const { return before_[i]; }
  const model::Score& score(std::size_t i) const { return scores_[i]; }
  // The log-probabilities of words [begin, end) added up.
  float sum(std::size_t begin, std::size_t end) const { return sums_[end] - sums_[begin]; }
  // Of all words and the boundary.
  float sum() const { return sums_.back(); }

  // Scores word `at` and those after it, `count` of them or up to the boundary, behind something else than what stands
  // before them: calls visit(i, score) for each, i from `first` on. state: the context of word `at + first`, of which
  // the words from `at` on are the last. Once nothing before `at` tells any more, what follows is the same for all such
  // contexts and looked up once. count: at most longest_tail.
  template <typename Visit>
  void score_on(model::State state, std::size_t at, std::size_t first, std::size_t count, Visit&& visit) {
    for (std::size_t i = first; i < count && at + i < words_.size(); ++i) {
      if (!model_->reaches_past(state, i)) {
        const Tail& tail = tail_from(at);
        for (; i < count && at + i < words_.size(); ++i) visit(i, tail[i]);
        return;
      }
      visit(i, model_->score(state, words_[at + i], state));
    }
  }

  // The same for several contexts at once, whose waits for memory overlap: calls visit(k, i, score) for each, k: the
  // number of the context. The states are used up.
  template <typename Visit>
  void score_on(std::span<model::State> states, std::size_t at, std::size_t first, std::size_t count, Visit&& visit) {
    numbers_.resize(states.size());
    std::iota(numbers_.begin(), numbers_.end(), std::uint32_t{0});
    for (std::size_t i = first; i < count && at + i < words_.size() && !states.empty(); ++i) {
      std::size_t kept = 0;
      for (std::size_t n = 0; n < states.size(); ++n) {
        if (model_->reaches_past(states[n], i)) {
          states[kept] = states[n];
          numbers_[kept++] = numbers_[n];
          continue;
        }
        const Tail& tail = tail_from(at);
        for (std::size_t k = i; k < count && at + k < words_.size(); ++k) visit(numbers_[n], k, tail[k]);
      }
      states = states.first(kept);
      next_.resize(kept);
      model_->score(states, words_[at + i], next_);
      for (std::size_t n = 0; n < kept; ++n) visit(numbers_[n], i, next_[n]);
    }
  }

  // Scores of a few words one after the other with no context before the first; fewer before the sentence's end. Looked
  // up once.
  static constexpr std::size_t longest_tail = 4;
  using Tail = std::array<model::Score, longest_tail>;
  const Tail& tail_from(std::size_t at);

 private:
  const model::LanguageModel* model_;
  const text::Analysis* analysis_ = nullptr;
  std::vector<model::Item> items_;
  std::vector<model::WordId> words_;  // of the items, then the boundary
  std::vector<model::Context> before_;
  std::vector<model::Score> scores_;
  std::vector<float> sums_;  // sums_[i]: of the log-probabilities before word i
  std::vector<Tail> tails_;
  std::vector<bool> has_tail_;
  // Of score_on().
  std::vector<std::uint32_t> numbers_;
  std::vector<model::Score> next_;
  std::u16string lower_;
};

// Reads the sentences of a document in order, each once: calls take(paragraph, sentence, scored) with the numbers of
// the paragraph and of the sentence in it. Sentences without items are left out, as are all once stop is requested.
void read_sentences(const model::LanguageModel& words, std::span<const text::Analysis> paragraphs,
                    const std::function<void(std::uint32_t, std::uint32_t, ScoredSentence&)>& take,
                    const std::stop_token& stop = {});

}  // namespace soat::check::ngram
