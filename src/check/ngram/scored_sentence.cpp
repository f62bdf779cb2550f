#include "check/ngram/scored_sentence.h"

#include <algorithm>

namespace soat::check::ngram {

bool ScoredSentence::read(const text::Analysis& analysis, const text::Sentence& sentence) {
  analysis_ = &analysis;
  model::read_sentence(analysis, sentence, items_);
  if (items_.empty()) return false;
  words_.resize(items_.size() + 1);
  for (std::size_t i = 0; i < items_.size(); ++i) words_[i] = model::find(*model_, analysis, items_[i], lower_);
  words_.back() = model::kBoundary;
  score();
  return true;
}

void ScoredSentence::assign(std::span<const model::Item> items, std::span<const model::WordId> words) {
  items_.assign(items.begin(), items.end());
  words_.assign(words.begin(), words.end());
  words_.push_back(model::kBoundary);
}

void ScoredSentence::score() {
  const std::size_t count = words_.size();
  before_.resize(count);
  scores_.resize(count);
  model_->score_sequence(model_->sentence_start(), words_, before_, scores_);
  sums_.resize(count + 1);
  sums_[0] = 0;
  for (std::size_t i = 0; i < count; ++i) sums_[i + 1] = sums_[i] + scores_[i].log_probability;
  tails_.resize(count);
  has_tail_.assign(count, false);
}

const ScoredSentence::Tail& ScoredSentence::tail_from(std::size_t at) {
  Tail& tail = tails_[at];
  if (has_tail_[at]) return tail;
  has_tail_[at] = true;
  const std::size_t count = std::min(tail.size(), words_.size() - at);
  model::State state = model_->no_context();
  for (std::size_t i = 0; i < count; ++i) tail[i] = model_->score(state, words_[at + i], state);
  return tail;
}

void read_sentences(const model::LanguageModel& words, std::span<const text::Analysis> paragraphs,
                    const std::function<void(std::uint32_t, std::uint32_t, ScoredSentence&)>& take,
                    const std::stop_token& stop) {
  ScoredSentence scored(words);
  for (std::uint32_t p = 0; p < paragraphs.size() && !stop.stop_requested(); ++p) {
    for (std::uint32_t s = 0; s < paragraphs[p].sentences.size(); ++s) {
      if (scored.read(paragraphs[p], paragraphs[p].sentences[s])) take(p, s, scored);
    }
  }
}

}  // namespace soat::check::ngram
