#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <initializer_list>
#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "model/language_model.h"

namespace soat::model {
namespace {

class AscendingScores : public testing::Test {
 protected:
  static const LanguageModel& model() {
    static const std::shared_ptr<const LanguageModel> shipped =
        LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
    return *shipped;
  }
  static State after(std::initializer_list<std::u16string_view> words) {
    State state = model().sentence_start();
    for (const std::u16string_view word : words) model().score(state, model().find(text::parse(word)), state);
    return state;
  }
  static void expect_as_one_by_one(const State& state, std::span<const WordId> words, std::span<const Score> scores,
                                   std::span<const Nodes> nodes) {
    const Context context = model().context(state);
    for (std::size_t i = 0; i < words.size(); ++i) {
      State then;
      const Score single = model().score(state, words[i], then);
      ASSERT_EQ(scores[i].log_probability, single.log_probability) << i;
      ASSERT_EQ(scores[i].order, single.order) << i;
      const State next = model().after(context, words[i], nodes[i]);
      ASSERT_EQ(next, then) << i;
      for (std::size_t k = 0; k < then.length; ++k) ASSERT_EQ(next.log_backoff[k], then.log_backoff[k]);
    }
  }

  // After a word with many successors, one with few, and without any context.
  std::vector<State> states_ = {after({u"của"}),     after({u"xã", u"hội"}),   after({u"nhân", u"dân", u"xã"}),
                                after({u"nghiêng"}), model().sentence_start(), model().no_context()};
};

TEST_F(AscendingScores, AreThoseOfEachWordByItself) {
  for (const std::size_t step : {1U, 7U, 900U}) {
    std::vector<WordId> words;
    for (std::size_t word = 1; word < model().file_vocabulary_size(); word += step)
      words.push_back(static_cast<WordId>(word));
    for (const State& state : states_) {
      std::vector<Score> scores(words.size());
      std::vector<Nodes> nodes(words.size());
      model().score_ascending(model().context(state), words, scores, nodes);
      expect_as_one_by_one(state, words, scores, nodes);
    }
  }
}

TEST_F(AscendingScores, NeedNoNodes) {
  const std::vector<WordId> words = {20, 300, 4000};
  for (const State& state : states_) {
    std::vector<Score> scores(words.size());
    model().score_ascending(model().context(state), words, scores);
    for (std::size_t i = 0; i < words.size(); ++i)
      EXPECT_EQ(scores[i].log_probability, model().score(state, words[i]).log_probability);
  }
}

TEST_F(AscendingScores, OfSuccessorsAreFoundByTheirPlaces) {
  int longer = 0;
  for (const State& state : states_) {
    if (state.length == 0) continue;
    const LanguageModel::Successors successors = model().successors(state.last[0]);
    for (std::uint32_t step = 1; step < 5; step += 3) {
      std::vector<WordId> words;
      std::vector<std::uint32_t> places;
      for (std::uint32_t i = step - 1; i < successors.size(); i += step) {
        words.push_back(successors[i]);
        places.push_back(i);
      }
      std::vector<Score> scores(words.size());
      std::vector<Nodes> nodes(words.size());
      model().score_successors(model().context(state), words, places, scores, nodes);
      expect_as_one_by_one(state, words, scores, nodes);
      for (const Score& score : scores) longer += score.order > 2 ? 1 : 0;
    }
  }
  EXPECT_GT(longer, 30);
}

TEST_F(AscendingScores, OfTheWordBehindNeedItsPairsOnlyAsCodes) {
  int longer = 0;
  for (const State& state : states_) {
    if (state.length == 0) continue;
    const LanguageModel::Successors successors = model().successors(state.last[0]);
    for (std::uint32_t i = 0; i < successors.size(); i += 37) {
      const WordId word = successors[i];
      Score score;
      Nodes nodes;
      model().score_ascending(model().context(state), std::span(&word, 1), std::span(&score, 1), std::span(&nodes, 1));
      State after = state;
      model().score(after, word, after);
      const LanguageModel::Successors next = model().successors(word);
      for (std::uint32_t k = 0; k < next.size(); k += 5) {
        const std::uint8_t code = next.code(k);
        float behind = 0;
        model().score_behind(std::span(&nodes, 1), std::span(&code, 1), next[k], std::span(&behind, 1));
        const Score expected = model().score(after, next[k]);
        EXPECT_EQ(behind, expected.log_probability);
        longer += expected.order > 2 ? 1 : 0;
      }
    }
  }
  EXPECT_GT(longer, 30);
  EXPECT_FALSE(model().has_additions());
}

TEST_F(AscendingScores, OfNoWordsAreNone) {
  model().score_ascending(model().context(states_[0]), {}, {});
  model().score_successors(model().context(states_[0]), {}, {}, {}, {});
}

}  // namespace
}  // namespace soat::model
