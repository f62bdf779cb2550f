#include "check/garble/decision.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>

#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::check::garble {
namespace {

// Trees of one step each: a gain above 3 tells that a window is broken, above 5 that the filler repairs it.
class GarbleDecision : public testing::Test {
 protected:
  GarbleDecision() {
    test::write_table(folder_, "broken.txt", "trees", "trees 1\ngain 3 1 leaf -2 leaf 2\n");
    test::write_table(folder_, "repaired.txt", "trees", "trees 1\ngain 5 1 leaf -4 leaf 4\n");
    write(numbers);
  }
  void write(std::string_view rows) { test::write_table(folder_, "decision.txt", "garble-decision", rows); }
  Decision load() const {
    return Decision::load(folder_ / "broken.txt", folder_ / "repaired.txt", folder_ / "decision.txt");
  }
  std::string fault() const {
    try {
      load();
    } catch (const Error& error) {
      return error.what();
    }
    return "";
  }
  static Suspect with_gain(float gain) {
    Suspect suspect;
    suspect.features[static_cast<std::size_t>(Feature::gain)] = gain;
    return suspect;
  }

  static constexpr std::string_view numbers =
      "prior\t0.1\nbegins\t0.2\nends\t0.3\nword\t0.4\nprobable\t1\nsure\t2\nleast\t-3\nmost\t4\nprobably\t0\n"
      "surely\t3\nintercept\t-1\nbroken\t0.5\n";
  test::TestFolder folder_;
};

TEST_F(GarbleDecision, SaysWhatItsTreesAddUpTo) {
  const Decision decision = load();
  Suspect suspect = with_gain(4);
  decision.judge(suspect);
  EXPECT_FLOAT_EQ(suspect.broken, 2);
  EXPECT_FLOAT_EQ(suspect.repaired, -4);
  suspect = with_gain(9);
  decision.judge_broken(suspect);
  EXPECT_FLOAT_EQ(suspect.broken, 2);
  EXPECT_FLOAT_EQ(suspect.repaired, 0) << "not asked for yet";
  decision.judge_repaired(suspect);
  EXPECT_FLOAT_EQ(suspect.repaired, 4);
}

TEST_F(GarbleDecision, TheKindOfEvidenceIsTheOneOfTheRepair) {
  const Decision decision = load();
  Suspect suspect;
  suspect.repaired = 3;
  EXPECT_EQ(decision.kind(suspect), 1U) << "sure";
  suspect.repaired = 0;
  EXPECT_EQ(decision.kind(suspect), 0U) << "probable";
  suspect.repaired = -0.1F;
  EXPECT_EQ(decision.kind(suspect), ParagraphEvidence::kinds) << "none";
}

TEST_F(GarbleDecision, ConfidenceGrowsWithThePlaceAndThePassage) {
  const Decision decision = load();
  EXPECT_FLOAT_EQ(decision.confidence(2, 1), 0.5F) << "-1 + 0.5 * 2 is even odds";
  EXPECT_FLOAT_EQ(decision.confidence(2, 0.5F), 0.25F);
  EXPECT_GT(decision.confidence(3, 1), decision.confidence(2, 1));
  EXPECT_FLOAT_EQ(decision.confidence(100, 0), 0);
}

TEST_F(GarbleDecision, ANumberThatIsMissingTwiceOrUnknownIsAFault) {
  ASSERT_EQ(fault(), "");
  const std::string all(numbers);
  write(all.substr(0, all.rfind("broken\t")));
  EXPECT_NE(fault().find("broken"), std::string::npos);
  write(all + "broken\t1\n");
  EXPECT_NE(fault().find("15"), std::string::npos) << "the line: " << fault();
  write(all + "other\t1\n");
  EXPECT_NE(fault(), "");
  write(all.substr(0, all.size() - 4) + "much\n");
  EXPECT_NE(fault(), "");
}

TEST_F(GarbleDecision, AFileThatIsMissingIsNamed) {
  std::filesystem::remove(folder_ / "repaired.txt");
  EXPECT_NE(fault().find("repaired.txt"), std::string::npos);
}

}  // namespace
}  // namespace soat::check::garble
