#include "check/garble/gap_gates.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "support/test_folder.h"
#include "text/error.h"
#include "text/table_reader.h"

namespace soat::check::garble {
namespace {

GapGates shipped(GapFault fault, GapLook look) {
  static const RuleWeights weights =
      RuleWeights::load(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/rule-weights.txt");
  return GapGates::of(weights.of("garble.set-phrase"), fault, look);
}

// So what normal tells, strict tells too.
TEST(GapGates, AThoroughLookAsksAboutAllThatAQuickOneAsksAbout) {
  for (const GapFault fault : {GapFault::missing, GapFault::wrong}) {
    const GapGates quick = shipped(fault, GapLook::quick);
    const GapGates thorough = shipped(fault, GapLook::thorough);
    EXPECT_EQ(quick.fault, fault);
    EXPECT_EQ(thorough.look, GapLook::thorough);
    EXPECT_GT(thorough.least_surprise, quick.least_surprise);
    EXPECT_GE(thorough.least_surprise_behind, quick.least_surprise_behind);
    EXPECT_LE(thorough.least_gain, quick.least_gain);
    EXPECT_LE(thorough.least_fit, quick.least_fit);
    EXPECT_LE(thorough.least_sense, quick.least_sense);
    EXPECT_GE(thorough.longest_known, quick.longest_known);
    EXPECT_GE(thorough.most_neighbours, quick.most_neighbours);
  }
}

TEST(GapGates, MoreMustSpeakWhereAWordStands) {
  const GapGates missing = shipped(GapFault::missing, GapLook::quick);
  const GapGates wrong = shipped(GapFault::wrong, GapLook::quick);
  EXPECT_LT(wrong.least_surprise, missing.least_surprise);
  EXPECT_LT(wrong.most_neighbours, missing.most_neighbours);
  EXPECT_LT(wrong.longest_known, missing.longest_known);
}

TEST(GapGates, AreNoneWithoutTheirNumbers) {
  const test::TestFolder folder;
  text::write_table(folder / "rule-weights.txt", "rule-weights", 1, "garble.set-phrase\tmissing-gain-normal\t4\n");
  const RuleWeights weights = RuleWeights::load(folder / "rule-weights.txt");
  EXPECT_THROW(GapGates::of(weights.of("garble.set-phrase"), GapFault::missing, GapLook::quick), Error);
}

}  // namespace
}  // namespace soat::check::garble
