#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "model/language_model.h"
#include "model/pair_filter.h"
#include "model/word_id.h"

namespace soat::check::garble {

// Which words the language model knows to stand before a word: its pairs the other way round, so that what fits between
// two words can be found. Immutable after construction.
class Predecessors {
 public:
  explicit Predecessors(const model::LanguageModel& words);

  // In ascending order; none for words that only additions know.
  std::span<const model::WordId> of(model::WordId word) const {
    if (word + std::size_t{1} >= begin_.size()) return {};
    return {words_.data() + begin_[word], words_.data() + begin_[word + std::size_t{1}]};
  }

  // Parallel to it: how likely the word follows each, as the model codes it (LanguageModel::pair_probability()).
  std::span<const std::uint8_t> codes(model::WordId word) const {
    if (word + std::size_t{1} >= begin_.size()) return {};
    return {codes_.data() + begin_[word], codes_.data() + begin_[word + std::size_t{1}]};
  }

  // For words with many.
  model::PairFilter::Row filter(model::WordId word) const { return filter_.row(word); }

 private:
  std::vector<std::uint32_t> begin_;  // by word, into words_; one more at the end
  std::vector<model::WordId> words_;
  std::vector<std::uint8_t> codes_;  // parallel to words_
  model::PairFilter filter_;
};

// Words between two others, in ascending order.
struct Between {
  std::vector<model::WordId> words;
  std::vector<std::uint32_t> places;  // of each among the successors of the word before

  void clear() {
    words.clear();
    places.clear();
  }
};

// Fills out with the words that are known both to follow `before` and to stand before `after`, the class numbers left
// out. Gives up with an empty list when both lists are longer than `most`.
void find_between(const model::LanguageModel& words, const Predecessors& predecessors, model::WordId before,
                  model::WordId after, std::uint32_t most, Between& out);

}  // namespace soat::check::garble
