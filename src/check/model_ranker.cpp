#include "check/model_ranker.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <utility>
#include <vector>

#include "check/lookup.h"
#include "model/language_model.h"
#include "model/token_stream.h"
#include "text/syllable.h"

namespace soat::check {
namespace {

using model::Item;
using model::LanguageModel;
using model::State;
using model::WordId;

class ModelRanker final : public SuggestionRanker {
 public:
  explicit ModelRanker(std::shared_ptr<const LanguageModel> words) : model_(std::move(words)) {}

  void score(const text::Analysis& analysis, std::uint32_t first, std::uint32_t end,
             std::span<const std::u16string> candidates, std::span<float> scores) const override {
    std::fill(scores.begin(), scores.end(), 0.0F);
    const text::Sentence* sentence = sentence_of(analysis, first);
    if (sentence == nullptr) return;
    // No n-gram reaches further than the order of the model.
    const std::size_t reach = model_->order() - 1;
    std::vector<Item> items;
    model::read_around(analysis, *sentence, first, end, reach + 1, items);
    std::u16string lower;
    std::vector<WordId> before;
    std::vector<WordId> after;
    bool capitalised = false;
    for (const Item& item : items) {
      if (item.token < first) {
        before.push_back(model::find(*model_, analysis, item, lower));
      } else if (item.token >= end) {
        after.push_back(model::find(*model_, analysis, item, lower));
      } else {
        capitalised = capitalised || item.capitalised;
      }
    }
    State start = before.size() <= reach ? model_->sentence_start() : model_->no_context();
    for (std::size_t i = before.size() - std::min(before.size(), reach); i < before.size(); ++i) {
      model_->score(start, before[i], start);
    }
    after.resize(std::min(after.size(), reach));
    for (std::size_t i = 0; i < candidates.size(); ++i) scores[i] = score_one(start, candidates[i], capitalised, after);
  }

 private:
  WordId find(std::u16string_view word, bool capitalised) const {
    const text::Syllable syllable = text::parse(word);
    return syllable ? model_->find(syllable, capitalised) : model_->find(word, capitalised);
  }

  float score_one(State state, std::u16string_view candidate, bool capitalised, std::span<const WordId> after) const {
    float sum = 0;
    while (!candidate.empty()) {
      const std::size_t space = std::min(candidate.find(u' '), candidate.size());
      sum += model_->score(state, find(candidate.substr(0, space), capitalised), state).log_probability;
      candidate.remove_prefix(std::min(candidate.size(), space + 1));
    }
    for (const WordId word : after) sum += model_->score(state, word, state).log_probability;
    return sum;
  }

  std::shared_ptr<const LanguageModel> model_;
};

}  // namespace

std::unique_ptr<SuggestionRanker> make_model_ranker(std::shared_ptr<const model::LanguageModel> model) {
  return std::make_unique<ModelRanker>(std::move(model));
}

}  // namespace soat::check
