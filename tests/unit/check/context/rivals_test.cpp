#include "check/context/rivals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "text/syllable.h"

namespace soat::check::context {
namespace {

const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";

struct Loaded {
  std::shared_ptr<const model::LanguageModel> words = model::LanguageModel::open(data / "soat.model");
  std::shared_ptr<const ContextVectors> vectors = ContextVectors::load(data / "context.vectors", *words);
  Candidates candidates{*words, SlipCosts::load(data / "context-slips.tsv")};
  ngram::WordFacts facts{*words};
};

class RivalsTest : public testing::Test {
 protected:
  static const Loaded& loaded() {
    static const Loaded all;
    return all;
  }
  static model::WordId word(std::u16string_view text, bool capitalised = false) {
    return loaded().words->find(text::parse(text), capitalised);
  }

  void read(std::u16string_view text) {
    text::analyse(text, analysis_);
    ASSERT_TRUE(sentence_.read(analysis_, analysis_.sentences.at(0)));
    cases_.clear();
    for (const model::Item& item : sentence_.items()) cases_.push_back(case_shape_of(item));
  }
  const Weighing& weigh(std::size_t i) { return search_.weigh(sentence_, cases_, i, sentence_.word(i)); }

  text::Analysis analysis_;
  ngram::ScoredSentence sentence_{*loaded().words};
  std::vector<CaseShape> cases_;
  RivalSearch search_{*loaded().words, *loaded().vectors, loaded().candidates, loaded().facts, 16};
};

TEST_F(RivalsTest, WhatFitsBetterIsTheBest) {
  read(u"Tôi muốn nghĩ ngơi một lát.");
  const Weighing& weighing = weigh(2);
  ASSERT_FALSE(weighing.rivals.empty());
  EXPECT_EQ(weighing.rivals[0].word, word(u"nghỉ"));
  EXPECT_GT(weighing.rivals[0].score, 0) << "better than what stands there";
  EXPECT_TRUE(std::ranges::is_sorted(weighing.rivals, std::ranges::greater{}, &Rival::score));
}

TEST_F(RivalsTest, WhatIsRightIsAheadOfAll) {
  read(u"Tôi muốn nghỉ ngơi một lát.");
  for (const Rival& rival : weigh(2).rivals) EXPECT_LT(rival.score, 0);
}

TEST_F(RivalsTest, StandInTheCaseOfThePlace) {
  read(u"Bà con ở miền Chung rất vui.");
  const Weighing& weighing = weigh(4);
  ASSERT_FALSE(weighing.rivals.empty());
  EXPECT_EQ(weighing.rivals[0].word, word(u"trung", true));
}

TEST_F(RivalsTest, AWordThatTheVocabularyDoesNotHaveHasThemByItsLetters) {
  read(u"Tôi đuợc nghỉ ngơi một lát.");
  ASSERT_LT(sentence_.word(1), model::kFirstWord);
  ASSERT_FALSE(weigh(1).rivals.empty());
  EXPECT_EQ(weigh(1).rivals[0].word, word(u"được"));
}

TEST_F(RivalsTest, EqualSurroundingsAreWeighedOnce) {
  read(u"Tôi muốn nghĩ ngơi một lát.");
  const Weighing first = weigh(2);
  const Weighing& kept = weigh(2);
  EXPECT_EQ(&kept, &weigh(2));
  ASSERT_EQ(kept.rivals.size(), first.rivals.size());
  EXPECT_EQ(kept.rivals[0].score, first.rivals[0].score);
  // The same word elsewhere is another question.
  read(u"Tôi muốn nghĩ kỹ.");
  ASSERT_FALSE(weigh(2).rivals.empty());
  EXPECT_NE(weigh(2).own.right, first.own.right);
}

TEST_F(RivalsTest, WhatStandsThereMayHaveBeenReplacedInTheSentence) {
  read(u"Tôi muốn nghĩ ngơi một lát.");
  const float written = weigh(2).own.left;
  sentence_.replace(2, word(u"nghỉ"));
  sentence_.score();
  const Weighing& weighing = search_.weigh(sentence_, cases_, 2, word(u"nghĩ"));
  EXPECT_EQ(weighing.own.left, written);
  EXPECT_EQ(weighing.rivals.at(0).word, word(u"nghỉ"));
}

}  // namespace
}  // namespace soat::check::context
