#include "check/context/decision.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "check/slips/slip_costs.h"
#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::check::context {
namespace {

class DecisionFiles : public testing::Test {
 protected:
  std::filesystem::path trees(const std::string& rows) const {
    return test::write_table(folder_, "trees", "trees", rows);
  }
  std::filesystem::path calibration(const std::string& rows) const {
    return test::write_table(folder_, "calibration", "context-decision", rows);
  }
  std::filesystem::path costs(const std::string& rows) const {
    return test::write_table(folder_, "costs", "slips", rows);
  }

  // What reading says; empty when it succeeds.
  std::string problem_of_trees(const std::string& content) const {
    return problem([&] { Trees::read(trees(content), feature_names); });
  }
  std::string problem_of_calibration(const std::string& content) const {
    return problem([&] { Decision::load(trees("trees 1\nleaf 1\n"), calibration(content)); });
  }
  std::string problem_of_costs(const std::string& content) const {
    return problem([&] { SlipCosts::load(costs(content)); });
  }

  test::TestFolder folder_;

 private:
  template <typename Read>
  static std::string problem(const Read& read) {
    try {
      read();
    } catch (const Error& error) {
      return error.what();
    }
    return {};
  }
};

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

TEST_F(DecisionFiles, ReadsCostsOfSlips) {
  const SlipCosts read = SlipCosts::load(costs("# c\ntone\thỏi>ngã\t5\nmark\to>ơ\t2\n"));
  Slip slip;
  slip.tone = static_cast<ToneChange>(static_cast<std::size_t>(text::Tone::hoi) * text::tone_count +
                                      static_cast<std::size_t>(text::Tone::nga));
  EXPECT_FLOAT_EQ(read.cost(slip), 5);
  EXPECT_FLOAT_EQ(read.cost(Slip{}), 0);
}

TEST_F(DecisionFiles, NamesTheLineOfADamagedCost) {
  for (const char* damaged : {"tone\thỏi>ngã\tfive", "tone\thỏi>ngã\t-1", "tone\thỏi>ngã\tinf", "tone\thỏi>ngã\tnan",
                              "tone\thỏi>ngã\t", "tone\tsharp>flat\t5", "tone hỏi>ngã 5", "\t", "PK\3\4"})
    EXPECT_NE(problem_of_costs("mark\to>ơ\t2\n" + std::string(damaged) + "\n").find("costs:4: "), std::string::npos)
        << damaged;
  EXPECT_THROW(SlipCosts::load(folder_ / "missing"), Error);
}

}  // namespace
}  // namespace soat::check::context
