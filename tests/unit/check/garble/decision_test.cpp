#include "check/garble/decision.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "support/table_file.h"
#include "text/error.h"
#include "unit/check/shipped_words.h"

namespace soat::check::garble {
namespace {

constexpr std::string_view rows =
    "prior\t0.1\nbegins\t0.1\nends\t0.1\nword\t0\nprobable\t1\nsure\t2\nleast\t-5\nmost\t5\nprobably\t0\nsurely\t1\n"
    "intercept\t0\nbroken\t1\n";

Decision loaded(std::string_view calibration) {
  const test::TestFolder folder;
  return Decision::load(shipped_data() / "garble-broken.txt", shipped_data() / "garble-repaired.txt",
                        test::write_table(folder, "a.txt", "garble-decision", calibration));
}

TEST(GarbleDecision, TurnsOddsAndThePassageIntoAConfidence) {
  const Decision decision = loaded(rows);
  EXPECT_FLOAT_EQ(decision.confidence(0, 1), 0.5F);
  EXPECT_FLOAT_EQ(decision.confidence(0, 0.5F), 0.25F);
  EXPECT_FLOAT_EQ(decision.confidence(5, 0), 0);
  EXPECT_GT(decision.confidence(3, 1), decision.confidence(2, 1));
}

TEST(GarbleDecision, TellsWhatKindOfEvidenceASuspectIs) {
  const Decision decision = loaded(rows);
  const auto kind = [&](float repaired) {
    Replacement suspect;
    suspect.repaired = repaired;
    return decision.kind(suspect);
  };
  EXPECT_EQ(kind(-0.1F), ParagraphEvidence::kinds);
  EXPECT_EQ(kind(0), 0U);
  EXPECT_EQ(kind(1), 1U);
}

TEST(GarbleDecision, EveryNumberMustBeThereOnce) {
  const std::string all(rows);
  for (std::size_t start = 0; start < all.size();) {
    const std::size_t end = all.find('\n', start) + 1;
    EXPECT_THROW(loaded(all.substr(0, start) + all.substr(end)), Error) << all.substr(start, end - start);
    EXPECT_THROW(loaded(all + all.substr(start, end - start)), Error);
    start = end;
  }
  EXPECT_THROW(loaded(all + "other\t1\n"), Error);
  EXPECT_THROW(loaded(""), Error);
}

TEST(GarbleDecision, TreesOfOtherFeaturesAreRefused) {
  const test::TestFolder folder;
  const std::filesystem::path calibration = test::write_table(folder, "a.txt", "garble-decision", rows);
  EXPECT_THROW(
      Decision::load(shipped_data() / "context-trees.txt", shipped_data() / "garble-repaired.txt", calibration), Error);
}

}  // namespace
}  // namespace soat::check::garble
