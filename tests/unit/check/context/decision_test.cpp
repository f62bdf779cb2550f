#include "check/context/decision.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "check/context/slip_costs.h"
#include "text/error.h"

namespace soat::check::context {
namespace {

class DecisionFiles : public testing::Test {
 protected:
  void SetUp() override {
    folder_ = std::filesystem::path(testing::TempDir()) / testing::UnitTest::GetInstance()->current_test_info()->name();
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  std::filesystem::path file(const std::string& name, const std::string& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return folder_ / name;
  }

  std::filesystem::path folder_;
};

Features with(Feature feature, float value) {
  Features features{};
  features[static_cast<std::size_t>(feature)] = value;
  return features;
}

TEST_F(DecisionFiles, AddsUpTrees) {
  const Decision decision = Decision::load(file("trees", "# two trees\ngain 2 1 leaf -1 leaf 3\nleaf 0.5\n"),
                                           file("calibration", "intercept 0\ntrees 1\nnormal 0.6\nstrict 0.3\n"));
  EXPECT_FLOAT_EQ(decision.odds(with(Feature::gain, 2)), -0.5F);
  EXPECT_FLOAT_EQ(decision.odds(with(Feature::gain, 2.5F)), 3.5F);
  EXPECT_FLOAT_EQ(decision.threshold(Profile::normal), 0.6F);
  EXPECT_FLOAT_EQ(decision.threshold(Profile::strict), 0.3F);
}

TEST_F(DecisionFiles, TurnsOddsAndWeightsIntoAProbability) {
  const Decision decision =
      Decision::load(file("trees", "leaf 1\n"), file("calibration", "intercept -2\ntrees 1\ncost 0.5\n"));
  EXPECT_FLOAT_EQ(decision.confidence(with(Feature::cost, 2)), 0.5F);
  EXPECT_GT(decision.confidence(with(Feature::cost, 9)), 0.9F);
}

TEST_F(DecisionFiles, AsksTheWeightsOnlyWhenTheTreesDoubt) {
  const auto trees = file("trees", "leaf -8\n");
  EXPECT_EQ(Decision::load(trees, file("calibration", "least -7\nintercept 20\ntrees 1\n")).confidence({}), 0);
  EXPECT_GT(Decision::load(trees, file("calibration", "least -9\nintercept 20\ntrees 1\n")).confidence({}), 0.9F);
}

TEST_F(DecisionFiles, ReadsBackTheTreesItWrites) {
  const std::vector<Decision::Tree> trees = {
      {{Feature::fit, -1.5F, 1}, {Feature::count, 0.25F, 0}, {Feature::count, -4, 0}}};
  Decision::write_trees(folder_ / "trees", trees);
  const std::vector<Decision::Tree> read = Decision::load_trees(folder_ / "trees");
  ASSERT_EQ(read.size(), 1U);
  ASSERT_EQ(read[0].size(), 3U);
  EXPECT_EQ(read[0][0].feature, Feature::fit);
  EXPECT_FLOAT_EQ(read[0][0].value, -1.5F);
  EXPECT_FLOAT_EQ(read[0][2].value, -4);
}

TEST_F(DecisionFiles, RefusesDamagedFiles) {
  for (const char* damaged :
       {"", "leaf", "leaf x", "gain 1 1 leaf 0", "nothing 1 1 leaf 0 leaf 1", "gain 1 9 leaf 0 leaf 1"})
    EXPECT_THROW(Decision::load_trees(file("trees", damaged)), Error) << damaged;
  EXPECT_THROW(Decision::load(file("trees", "leaf 1\n"), file("calibration", "sorcery 1\n")), Error);
  EXPECT_THROW(Decision::load_trees(folder_ / "missing"), Error);
}

TEST_F(DecisionFiles, ReadsCostsOfSlips) {
  const SlipCosts costs = SlipCosts::load(file("costs", "# c\ntone\thỏi>ngã\t5\nmark\to>ơ\t2\n"));
  Slip slip;
  slip.tone = static_cast<ToneChange>(static_cast<std::size_t>(text::Tone::hoi) * text::tone_count +
                                      static_cast<std::size_t>(text::Tone::nga));
  EXPECT_FLOAT_EQ(costs.cost(slip), 5);
  EXPECT_FLOAT_EQ(costs.cost(Slip{}), 0);
  EXPECT_THROW(SlipCosts::load(file("costs", "tone\thỏi>ngã\tfive\n")), Error);
  EXPECT_THROW(SlipCosts::load(file("costs", "tone\tsharp>flat\t5\n")), Error);
}

}  // namespace
}  // namespace soat::check::context
