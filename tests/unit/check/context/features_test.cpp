#include "check/context/features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <memory>
#include <set>
#include <string_view>

#include "text/syllable.h"

namespace soat::check::context {
namespace {

class ContextFeatures : public testing::Test {
 protected:
  static const model::LanguageModel& words() {
    static const std::shared_ptr<const model::LanguageModel> model =
        model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
    return *model;
  }
  static model::WordId word(std::u16string_view text) { return words().find(text::parse(text)); }

  Features described(std::u16string_view text, std::size_t place) {
    text::analyse(text, analysis_);
    EXPECT_TRUE(sentence_.read(analysis_, analysis_.sentences.at(0)));
    return describe({sentence_, place, sentence_.word(place), weighing_}, facts_);
  }

  ContextFeatures() {
    weighing_.own = {-9, -6, {1, 2, 3}};
    weighing_.own_fit = -2;
    weighing_.own_posterior = -0.5F;
    Rival& best = weighing_.rivals.emplace_back();
    best.word = best.candidate.word = word(u"nghỉ");
    best.candidate.cost = 1.5F;
    best.span = {-3, -4, {4, 3, 2}};
    best.fit = 1;
    best.score = 7;
    Rival& second = weighing_.rivals.emplace_back(best);
    second.score = 5;
  }

  ngram::WordFacts facts_{words()};
  text::Analysis analysis_;
  ngram::ScoredSentence sentence_{words()};
  Weighing weighing_;
};

float of(const Features& features, Feature feature) {
  return features[static_cast<std::size_t>(feature)];
}

TEST_F(ContextFeatures, CompareWhatStandsThereWithTheBest) {
  const Features features = described(u"Tôi muốn nghĩ ngơi.", 2);
  EXPECT_FLOAT_EQ(of(features, Feature::gain), 8);
  EXPECT_FLOAT_EQ(of(features, Feature::gain_left), 6);
  EXPECT_FLOAT_EQ(of(features, Feature::fit_gain), 3);
  EXPECT_FLOAT_EQ(of(features, Feature::fit), -0.5F);
  EXPECT_FLOAT_EQ(of(features, Feature::cost), 1.5F);
  EXPECT_FLOAT_EQ(of(features, Feature::score), 7);
  EXPECT_FLOAT_EQ(of(features, Feature::margin), 2);
  EXPECT_FLOAT_EQ(of(features, Feature::order_right), 2);
  EXPECT_FLOAT_EQ(of(features, Feature::order_left_c), 4);
  EXPECT_NEAR(of(features, Feature::posterior), 7 + std::log(1 + std::exp(-2.0F)), 1e-4);
}

TEST_F(ContextFeatures, TellHowThePlaceLooks) {
  const Features plain = described(u"Tôi muốn nghĩ ngơi.", 2);
  EXPECT_EQ(of(plain, Feature::words), 4);
  EXPECT_EQ(of(plain, Feature::first), 0);
  EXPECT_EQ(of(plain, Feature::letter_case), 0);
  EXPECT_EQ(of(plain, Feature::length), 4);
  EXPECT_EQ(of(plain, Feature::marked), 1);
  EXPECT_EQ(of(plain, Feature::quoted), 0);
  EXPECT_EQ(of(plain, Feature::number_before), 0);
  EXPECT_EQ(of(described(u"Nghĩ ngơi.", 0), Feature::first), 1);
  EXPECT_EQ(of(described(u"Tôi muốn “nghĩ” ngơi.", 2), Feature::quoted), 1);
  EXPECT_EQ(of(described(u"Có 5 nghĩ ngơi.", 2), Feature::number_before), model::kNumber);
  EXPECT_EQ(of(described(u"Ông Ba nghĩ ngơi ở Huế.", 2), Feature::capital_before), 1);
}

TEST_F(ContextFeatures, WithoutASecondRivalTheMarginIsLarge) {
  weighing_.rivals.resize(1);
  EXPECT_GT(of(described(u"Tôi muốn nghĩ ngơi.", 2), Feature::margin), 10);
}

TEST_F(ContextFeatures, OfTheDocumentAreLogarithms) {
  Features features{};
  describe({.times = 3, .times_c = 0, .same_before = 1, .same_after = 0, .wrong = 2, .words = 1000}, features);
  EXPECT_GT(of(features, Feature::repeated), of(features, Feature::same_before));
  EXPECT_GT(of(features, Feature::same_before), 0);
  EXPECT_EQ(of(features, Feature::repeated_c), 0);
  Features calm{};
  describe({.words = 1000}, calm);
  EXPECT_GT(of(features, Feature::suspicion), of(calm, Feature::suspicion));
  Features empty{};
  describe(DocumentEvidence{}, empty);
  EXPECT_TRUE(std::ranges::all_of(empty, [](float value) { return std::isfinite(value); }));
}

TEST_F(ContextFeatures, HaveNamesThatAreAllDifferent) {
  EXPECT_EQ(std::set<std::string_view>(feature_names.begin(), feature_names.end()).size(), feature_count);
  EXPECT_EQ(name(Feature::gain), "gain");
  EXPECT_EQ(name(Feature::suspicion), "suspicion");
}

}  // namespace
}  // namespace soat::check::context
