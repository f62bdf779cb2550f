#include "check/context/decision.h"

#include <gtest/gtest.h>

#include <string>

#include "check/slips/slip_costs.h"
#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "unit/check/context/decision_files.h"

namespace soat::check::context {
namespace {

Features with(Feature feature, float value) {
  Features features{};
  features[static_cast<std::size_t>(feature)] = value;
  return features;
}

TEST_F(DecisionFiles, AddsUpTrees) {
  const Decision decision = Decision::load(trees("# two trees\ntrees 2\ngain 2 1 leaf -1 leaf 3\nleaf 0.5\n"),
                                           calibration("least\t-9\nintercept\t0\ntrees\t1\n"));
  EXPECT_FLOAT_EQ(decision.odds(with(Feature::gain, 2)), -0.5F);
  EXPECT_FLOAT_EQ(decision.odds(with(Feature::gain, 2.5F)), 3.5F);
}

TEST_F(DecisionFiles, TurnsOddsAndWeightsIntoAProbability) {
  const Decision decision =
      Decision::load(trees("trees 1\nleaf 1\n"), calibration("least\t-9\nintercept\t-2\ntrees\t1\ncost\t0.5\n"));
  EXPECT_FLOAT_EQ(decision.confidence(with(Feature::cost, 2)), 0.5F);
  EXPECT_GT(decision.confidence(with(Feature::cost, 9)), 0.9F);
}

TEST_F(DecisionFiles, AsksTheWeightsOnlyWhenTheTreesDoubt) {
  const auto doubting = trees("trees 1\nleaf -8\n");
  EXPECT_EQ(Decision::load(doubting, calibration("least\t-7\nintercept\t20\ntrees\t1\n")).confidence({}), 0);
  EXPECT_GT(Decision::load(doubting, calibration("least\t-9\nintercept\t20\ntrees\t1\n")).confidence({}), 0.9F);
}

TEST_F(DecisionFiles, RefusesFilesCutAnywhere) {
  const std::string sound_trees = "trees 2\ngain 2 1 leaf -1 leaf 3.25\nleaf 0.5\n";
  for (std::size_t length = 0; length < sound_trees.size(); ++length)
    EXPECT_FALSE(problem_of_trees(sound_trees.substr(0, length)).empty()) << length;
  EXPECT_EQ(problem_of_trees(sound_trees), "");
  const std::string sound = "cost\t0.5\nleast\t-7\nintercept\t2.5\ntrees\t1\n";
  for (std::size_t length = 0; length < sound.size(); ++length)
    EXPECT_FALSE(problem_of_calibration(sound.substr(0, length)).empty()) << length;
  EXPECT_EQ(problem_of_calibration(sound), "");
  EXPECT_NE(problem_of_costs("").find("has no costs"), std::string::npos);
  EXPECT_NE(problem_of_costs("tone\thỏi>ngã\t12.3").find("costs:3: is cut short"), std::string::npos);
}

TEST_F(DecisionFiles, RefusesADamagedCalibration) {
  const std::string sound = "least\t-7\nintercept\t2.5\ntrees\t1\n";
  for (const char* line : {"sorcery\t1", "cost", "cost\tx", "cost\tnan", "cost\tinf", "cost\t1e30", "cost\t1 2",
                           "least\t0.5", "normal\t0.5", "count\t1"})
    EXPECT_NE(problem_of_calibration(sound + line + "\n").find("calibration:6: "), std::string::npos) << line;
}

}  // namespace
}  // namespace soat::check::context
