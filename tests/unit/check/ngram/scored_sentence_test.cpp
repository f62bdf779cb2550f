#include "check/ngram/scored_sentence.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace soat::check::ngram {
namespace {

const std::shared_ptr<const model::LanguageModel>& words() {
  static const auto words =
      model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
  return words;
}

class ScoredSentenceTest : public testing::Test {
 protected:
  void read(std::u16string_view text) {
    text::analyse(text, analysis_);
    ASSERT_EQ(analysis_.sentences.size(), 1U);
    ASSERT_TRUE(sentence_.read(analysis_, analysis_.sentences[0]));
  }

  // The scores of a sentence's words, one after the other.
  static std::vector<float> one_by_one(const ScoredSentence& sentence) {
    std::vector<float> scores;
    model::State state = words()->sentence_start();
    for (std::size_t i = 0; i <= sentence.size(); ++i)
      scores.push_back(words()->score(state, sentence.word(i), state).log_probability);
    return scores;
  }

  void expect_scored() const {
    const std::vector<float> scores = one_by_one(sentence_);
    float sum = 0;
    for (std::size_t i = 0; i < scores.size(); ++i) {
      EXPECT_EQ(sentence_.score(i).log_probability, scores[i]) << i;
      EXPECT_EQ(sentence_.sum(0, i), sum) << i;
      sum += scores[i];
    }
    EXPECT_EQ(sentence_.sum(), sum);
  }

  text::Analysis analysis_;
  ScoredSentence sentence_{*words()};
};

TEST_F(ScoredSentenceTest, HasItsWordsAndTheBoundary) {
  read(u"Người dân đi bầu cử từ sáng sớm.");
  ASSERT_EQ(sentence_.size(), 8U);
  EXPECT_EQ(words()->spelling(sentence_.word(1)), "dân");
  EXPECT_EQ(sentence_.letters(0), u"Người");
  EXPECT_EQ(sentence_.word(8), model::kBoundary);
  EXPECT_EQ(sentence_.word_before(0), model::kBoundary);
  EXPECT_EQ(sentence_.word_before(2), sentence_.word(1));
  expect_scored();
}

TEST_F(ScoredSentenceTest, IsScoredAgainWithOtherWords) {
  read(u"Người dân đi bầu cử từ sáng sớm.");
  const float before = sentence_.sum();
  sentence_.replace(1, words()->find(text::parse(u"sông")));
  sentence_.score();
  EXPECT_LT(sentence_.sum(), before);
  expect_scored();
  const std::vector<model::Item> items(sentence_.items().begin(), sentence_.items().begin() + 3);
  const std::vector<model::WordId> three(sentence_.words().begin(), sentence_.words().begin() + 3);
  sentence_.assign(items, three);
  sentence_.score();
  EXPECT_EQ(sentence_.size(), 3U);
  expect_scored();
}

TEST_F(ScoredSentenceTest, GoesOnBehindOtherWords) {
  read(u"Nhà trường phối hợp với cơ quan chức năng tổ chức tập huấn phòng cháy chữa cháy.");
  for (const char16_t* text : {u"trường", u"hợp", u"huấn", u"nghiêng", u"cháy", u"và"}) {
    const model::WordId other = words()->find(text::parse(text));
    for (std::size_t at = 1; at <= sentence_.size(); ++at) {
      model::State state = sentence_.before(at - 1).state;
      words()->score(state, other, state);
      std::vector<float> told;
      sentence_.score_on(state, at, 0, 4, [&](std::size_t i, const model::Score& score) {
        EXPECT_EQ(i, told.size());
        told.push_back(score.log_probability);
      });
      std::vector<float> expected;
      for (std::size_t i = at; i < at + 4 && i <= sentence_.size(); ++i)
        expected.push_back(words()->score(state, sentence_.word(i), state).log_probability);
      EXPECT_EQ(told, expected) << at;
    }
  }
}

TEST_F(ScoredSentenceTest, ScoresOnBehindSeveralWordsAsBehindEach) {
  read(u"Người dân đi bầu cử từ sáng sớm.");
  const std::vector<model::WordId> others = {model::kComma, sentence_.word(0), sentence_.word(2)};
  for (std::size_t at = 1; at <= sentence_.size(); ++at) {
    std::vector<model::State> states;
    std::vector<std::vector<float>> expected(others.size());
    for (std::size_t k = 0; k < others.size(); ++k) {
      model::State state = sentence_.before(at - 1).state;
      words()->score(state, others[k], state);
      states.push_back(state);
      sentence_.score_on(state, at, 0, 4,
                         [&](std::size_t, const model::Score& score) { expected[k].push_back(score.log_probability); });
    }
    std::vector<std::vector<float>> told(others.size());
    sentence_.score_on(states, at, 0, 4, [&](std::size_t k, std::size_t i, const model::Score& score) {
      EXPECT_EQ(i, told[k].size());
      told[k].push_back(score.log_probability);
    });
    EXPECT_EQ(told, expected) << at;
  }
}

TEST_F(ScoredSentenceTest, ReadsADocumentInOrder) {
  std::vector<text::Analysis> paragraphs(3);
  text::analyse(u"Trời mưa. Đường trơn.", paragraphs[0]);
  text::analyse(u"", paragraphs[1]);
  text::analyse(u"Chúng tôi ở nhà.", paragraphs[2]);
  std::vector<std::pair<std::uint32_t, std::uint32_t>> order;
  read_sentences(*words(), paragraphs, [&](std::uint32_t paragraph, std::uint32_t number, const ScoredSentence& one) {
    order.emplace_back(paragraph, number);
    EXPECT_GT(one.size(), 0U);
  });
  EXPECT_EQ(order, (std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 0}, {0, 1}, {2, 0}}));
}

}  // namespace
}  // namespace soat::check::ngram
