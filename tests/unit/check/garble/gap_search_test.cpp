#include "check/garble/gap_search.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "check/rule_weights.h"
#include "text/syllable.h"

namespace soat::check::garble {
namespace {

struct Loaded {
  std::shared_ptr<const model::LanguageModel> words =
      model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
  ngram::WordFacts facts{*words};
  Predecessors predecessors{*words};
  Companions companions{*words, predecessors};
  RuleWeights weights = RuleWeights::load(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/rule-weights.txt");
};

class GapSearchTest : public testing::Test {
 protected:
  static const Loaded& loaded() {
    static const Loaded all;
    return all;
  }
  static model::WordId word(std::u16string_view text) { return loaded().words->find(text::parse(text)); }

  std::vector<Gap> gaps(std::u16string_view text, GapFault fault = GapFault::missing,
                        GapLook look = GapLook::thorough) {
    text::analyse(text, analysis_);
    EXPECT_TRUE(sentence_.read(analysis_, analysis_.sentences.at(0)));
    GapSearch search(*loaded().words, loaded().facts, loaded().companions,
                     GapGates::of(loaded().weights.of("garble.set-phrase"), fault, look));
    std::vector<Gap> found;
    search.find(sentence_, [&](const Gap& gap) { found.push_back(gap); });
    return found;
  }
  static float of(const Gap& gap, GapFeature feature) { return gap.features[static_cast<std::size_t>(feature)]; }

  text::Analysis analysis_;
  ngram::ScoredSentence sentence_{*loaded().words};
};

TEST_F(GapSearchTest, FindsTheSyllableThatIsMissing) {
  const std::vector<Gap> found = gaps(u"Trong tình hiện nay, cả xóm cùng nhau giữ gìn vệ sinh.");
  const auto gap = std::ranges::find(found, word(u"hình"), &Gap::word);
  ASSERT_NE(gap, found.end());
  EXPECT_EQ(gap->before, 2U);
  EXPECT_EQ(gap->written, 0U);
  EXPECT_EQ(gap->first, word(u"tình"));
  EXPECT_EQ(gap->second, word(u"hiện"));
  // The gain is that of the sentence with the syllable.
  const model::LanguageModel& model = *loaded().words;
  model::State state = sentence_.before(2).state;
  float with = model.score(state, gap->word, state).log_probability;
  EXPECT_FLOAT_EQ(of(*gap, GapFeature::fit), with);
  for (std::size_t i = 2; i < 5; ++i) with += model.score(state, sentence_.word(i), state).log_probability;
  EXPECT_NEAR(of(*gap, GapFeature::gain), with - sentence_.sum(2, 5), 1e-3);
  EXPECT_GT(of(*gap, GapFeature::gain), 4);
}

TEST_F(GapSearchTest, FindsTheSyllableThatAnotherStandsInsteadOf) {
  const auto found = gaps(u"Cán bộ công chức phải nâng cao đạo ghế nghề nghiệp.", GapFault::wrong);
  const auto gap = std::ranges::find(found, word(u"đức"), &Gap::word);
  ASSERT_NE(gap, found.end());
  EXPECT_EQ(sentence_.word(gap->before), word(u"ghế"));
  EXPECT_EQ(gap->written, 1U);
  EXPECT_NE(of(*gap, GapFeature::written_alone), 0);
}

TEST_F(GapSearchTest, AQuickLookIsForWhatSurprisesMost) {
  for (const std::u16string_view text :
       {u"Trong tình hiện nay, cả xóm cùng nhau giữ gìn vệ sinh.", u"Công ty tổ chức khám sức cho mọi người."}) {
    const std::vector<Gap> quick = gaps(text, GapFault::missing, GapLook::quick);
    const std::vector<Gap> thorough = gaps(text);
    for (const Gap& gap : quick) EXPECT_NE(std::ranges::find(thorough, gap.before, &Gap::before), thorough.end());
  }
}

TEST_F(GapSearchTest, NamesAndExpectedWordsLackNothing) {
  for (const std::u16string_view text : {u"Trong tình hình hiện nay, cả xóm cùng nhau giữ gìn vệ sinh.",
                                         u"Ông Tình hiện sống ở thôn Đông.", u"Đi!", u"5 – 6"})
    EXPECT_TRUE(gaps(text).empty());
}

TEST_F(GapSearchTest, FeaturesHaveNamesThatAreAllDifferent) {
  EXPECT_EQ(std::set<std::string_view>(gap_feature_names.begin(), gap_feature_names.end()).size(), gap_feature_count);
}

}  // namespace
}  // namespace soat::check::garble
