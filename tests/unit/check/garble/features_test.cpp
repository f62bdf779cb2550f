#include "check/garble/features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>

#include "check/garble/filler_search.h"
#include "text/syllable.h"

namespace soat::check::garble {
namespace {

class GarbleFeatures : public testing::Test {
 protected:
  static const model::LanguageModel& words() {
    static const std::shared_ptr<const model::LanguageModel> model =
        model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
    return *model;
  }
  static model::WordId word(std::u16string_view text) { return words().find(text::parse(text)); }

  void read(std::u16string_view text) {
    text::analyse(text, analysis_);
    ASSERT_TRUE(sentence_.read(analysis_, analysis_.sentences.at(0)));
  }
  float of(std::size_t start, std::size_t size, Feature feature) {
    const Features features = describe({sentence_, start, size, filler_, 1.5F, 7, 1, 2, 0.25F}, words(), facts_);
    return features[static_cast<std::size_t>(feature)];
  }

  GarbleFeatures() {
    filler_.words[0] = word(u"hình");
    filler_.size = 1;
    filler_.reading = {-5, -2, {-1, -1}, 3, {4, 2}};
  }

  ngram::WordFacts facts_{words()};
  text::Analysis analysis_;
  ngram::ScoredSentence sentence_{words()};
  Filler filler_;
};

TEST_F(GarbleFeatures, CompareTheSentenceAsItStandsWithTheFiller) {
  read(u"Trong tình bàn hiện nay.");
  EXPECT_FLOAT_EQ(of(2, 1, Feature::gain), -5 - own_total(sentence_, 2, 1));
  EXPECT_FLOAT_EQ(of(2, 1, Feature::own_left), sentence_.score(2).log_probability);
  EXPECT_FLOAT_EQ(of(2, 1, Feature::own_right), sentence_.score(3).log_probability);
  EXPECT_EQ(of(2, 1, Feature::new_left), -2);
  EXPECT_EQ(of(2, 1, Feature::new_order_right), 4);
  EXPECT_EQ(of(2, 1, Feature::margin), 1.5F);
  EXPECT_EQ(of(2, 1, Feature::window_words), 1);
  EXPECT_EQ(of(2, 1, Feature::filler_words), 1);
  EXPECT_EQ(of(2, 1, Feature::beside_filler), 1);
  EXPECT_EQ(of(2, 1, Feature::fillers_put), 2);
  EXPECT_EQ(of(2, 1, Feature::cohesion), 0.25F);
  EXPECT_EQ(of(2, 1, Feature::words), 5);
}

TEST_F(GarbleFeatures, TheOwnTotalReachesOverTheWordsBehind) {
  read(u"Trong tình bàn hiện nay có mưa.");
  EXPECT_FLOAT_EQ(own_total(sentence_, 2, 1), sentence_.sum(2, 6));
  EXPECT_FLOAT_EQ(own_total(sentence_, 6, 1), sentence_.sum(6, 8)) << "and ends with the sentence";
}

TEST_F(GarbleFeatures, TellHowTheWindowLooks) {
  read(u"Bàn “tình” ở Huế 5 nhà.");
  EXPECT_EQ(of(0, 1, Feature::first), 1);
  EXPECT_EQ(of(1, 1, Feature::first), 0);
  EXPECT_EQ(of(1, 1, Feature::quoted), 1);
  EXPECT_EQ(of(5, 1, Feature::quoted), 0);
  EXPECT_EQ(of(5, 1, Feature::fixed_before), model::kNumber);
  EXPECT_EQ(of(3, 1, Feature::capital), 1);
  EXPECT_GE(of(2, 1, Feature::capitals_near), 1);
}

TEST_F(GarbleFeatures, TellWhatWindowAndFillerShare) {
  read(u"Trong tình hính hiện nay.");
  EXPECT_EQ(of(2, 1, Feature::same_family), 1) << "equal but for marks";
  read(u"Trong tình bàn hiện nay.");
  EXPECT_EQ(of(2, 1, Feature::same_family), 0);
  EXPECT_EQ(of(2, 1, Feature::shared), 0);
  filler_.words[0] = word(u"bàn");
  EXPECT_EQ(of(2, 1, Feature::shared), 1);
}

TEST_F(GarbleFeatures, CohesionIsNothingForOneWord) {
  read(u"Nhân dân xã hội.");
  EXPECT_EQ(cohesion(sentence_, 0, 1, facts_), 0);
  EXPECT_EQ(cohesion(sentence_, 1, 0, facts_), 0);
  EXPECT_GT(cohesion(sentence_, 2, 2, facts_), cohesion(sentence_, 1, 2, facts_)) << "xã hội, dân xã";
}

TEST_F(GarbleFeatures, OfTheDocumentAreLogarithms) {
  Features features{};
  describe({.rarest = 3, .rarest_new = 9, .pair_left = 1, .same_place = 2}, features);
  const auto value = [&](Feature feature) { return features[static_cast<std::size_t>(feature)]; };
  EXPECT_GT(value(Feature::repeated_new), value(Feature::repeated));
  EXPECT_GT(value(Feature::repeated), value(Feature::same_place));
  EXPECT_GT(value(Feature::same_place), value(Feature::pair_left));
  EXPECT_GT(value(Feature::pair_left), 0);
  EXPECT_EQ(value(Feature::pair_right), 0);
}

TEST_F(GarbleFeatures, HaveNamesThatAreAllDifferent) {
  EXPECT_EQ(std::set<std::string_view>(feature_names.begin(), feature_names.end()).size(), feature_count);
}

}  // namespace
}  // namespace soat::check::garble
