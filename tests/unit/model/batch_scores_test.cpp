// Whatever way the model is asked, it gives the same to the last bit as word by word.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <numeric>
#include <random>
#include <span>
#include <vector>

#include "model/language_model.h"
#include "support/model_sample.h"

namespace soat::model {
namespace {

class BatchScores : public testing::Test {
 protected:
  BatchScores() {
    for (std::size_t w = 1; w < model_->vocabulary_size(); ++w) all_.push_back(static_cast<WordId>(w));
  }

  // Words as they follow each other in the sample and, now and then, as they do not.
  std::vector<WordId> some_words(std::size_t count) {
    std::vector<WordId> words;
    while (words.size() < count) {
      const model::LanguageModel::Successors next = model_->successors(words.empty() ? kBoundary : words.back());
      const bool known = next.size() > 0 && random_() % 5 != 0;
      words.push_back(known ? next[static_cast<std::uint32_t>(random_() % next.size())]
                            : all_[random_() % all_.size()]);
    }
    return words;
  }

  State after(std::span<const WordId> words) const {
    State state = model_->sentence_start();
    for (const WordId word : words) model_->score(state, word, state);
    return state;
  }

  static void expect_equal(const Score& a, const Score& b) {
    EXPECT_EQ(a.log_probability, b.log_probability);
    EXPECT_EQ(a.order, b.order);
  }

  static void expect_equal(const State& a, const State& b) {
    EXPECT_EQ(a, b);
    for (std::size_t i = 0; i < a.length; ++i) EXPECT_EQ(a.log_backoff[i], b.log_backoff[i]);
  }

  TestFolder folder_;
  std::shared_ptr<const LanguageModel> model_ = sample_model(folder_);
  std::vector<WordId> all_;
  std::mt19937 random_{7};
};

TEST_F(BatchScores, OfWordsInOneContext) {
  std::vector<Score> scores(all_.size());
  std::vector<Score> ascending(all_.size());
  std::vector<Score> with_contexts(all_.size());
  std::vector<State> next(all_.size());
  for (int round = 0; round < 30; ++round) {
    const State state = after(some_words(4));
    const Context context = model_->context(state);
    model_->score(context, all_, scores);
    std::vector<Nodes> nodes(all_.size());
    model_->score_ascending(context, all_, ascending, nodes);
    model_->score(context, all_, with_contexts, next);
    for (std::size_t i = 0; i < all_.size(); ++i) {
      State then;
      const Score single = model_->score(state, all_[i], then);
      expect_equal(single, scores[i]);
      expect_equal(single, ascending[i]);
      expect_equal(single, with_contexts[i]);
      expect_equal(then, next[i]);
      expect_equal(then, model_->after(context, all_[i], nodes[i]));
    }
  }
}

// Words with many continuations are looked up in another way.
TEST(ManyContinuations, AreFoundInTheirOrder) {
  const auto model = LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
  int followed = 0;
  for (const char16_t* spelling : {u"của", u"và", u"gạo"}) {
    State before;
    model->score(model->sentence_start(), model->find(text::parse(spelling)), before);
    const Context context = model->context(before);
    const LanguageModel::Successors next = model->successors(before.last[0]);
    std::vector<WordId> all(model->file_vocabulary_size());
    std::iota(all.begin(), all.end(), WordId{0});
    std::vector<Score> scores(all.size());
    std::vector<Score> ascending(all.size());
    model->score(context, all, scores);
    model->score_ascending(context, all, ascending);
    std::uint32_t place = 0;
    for (const WordId word : all) {
      State after;
      const Score score = model->score(before, word, after);
      EXPECT_EQ(score.log_probability, scores[word].log_probability);
      EXPECT_EQ(score.log_probability, ascending[word].log_probability);
      EXPECT_EQ(score.order, scores[word].order);
      EXPECT_EQ(score.order, ascending[word].order);
      const bool follows = place < next.size() && next[place] == word;
      ASSERT_EQ(score.order > 1, follows) << word;
      if (!follows) continue;
      ASSERT_EQ(after.node[1], context.ranges[0].begin + place);
      ++place;
      ++followed;
    }
    EXPECT_EQ(place, next.size());
  }
  EXPECT_GT(followed, static_cast<int>(PairFilter::long_list));
}

TEST_F(BatchScores, OfOneWordInManyContexts) {
  for (const WordId word : some_words(40)) {
    std::vector<State> states;
    for (int i = 0; i < 21; ++i) states.push_back(after(some_words(3)));
    std::vector<State> next = states;
    std::vector<Score> scores(states.size());
    model_->score(next, word, scores);
    for (std::size_t i = 0; i < states.size(); ++i) {
      State then;
      expect_equal(model_->score(states[i], word, then), scores[i]);
      expect_equal(then, next[i]);
    }
  }
}

TEST_F(BatchScores, OfWordsOneAfterTheOther) {
  for (const std::size_t count : {1U, 2U, 63U, 64U, 65U, 200U}) {
    const std::vector<WordId> words = some_words(count);
    std::vector<Context> before(count);
    std::vector<Score> scores(count);
    model_->score_sequence(model_->sentence_start(), words, before, scores);
    State state = model_->sentence_start();
    for (std::size_t i = 0; i < count; ++i) {
      expect_equal(state, before[i].state);
      const Context context = model_->context(state);
      for (std::size_t k = 0; k < state.length; ++k) {
        EXPECT_EQ(context.ranges[k].begin, before[i].ranges[k].begin);
        EXPECT_EQ(context.ranges[k].end, before[i].ranges[k].end);
      }
      expect_equal(model_->score(state, words[i], state), scores[i]);
    }
  }
}

TEST_F(BatchScores, DoNotDependOnWhatAContextHasForgotten) {
  int forgotten = 0;
  for (int round = 0; round < 300; ++round) {
    const std::vector<WordId> words = some_words(6);
    const std::size_t kept = 1 + random_() % 3;
    const State all = after(words);
    if (model_->reaches_past(all, kept)) continue;
    ++forgotten;
    State last = model_->no_context();
    for (const WordId word : std::span(words).last(kept)) model_->score(last, word, last);
    for (const WordId word : all_) expect_equal(model_->score(all, word), model_->score(last, word));
  }
  EXPECT_GT(forgotten, 30);
}

}  // namespace
}  // namespace soat::model
