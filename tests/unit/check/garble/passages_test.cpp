#include "check/garble/passages.h"

#include <gtest/gtest.h>

#include <vector>

namespace soat::check::garble {
namespace {

ParagraphEvidence paragraph(std::uint32_t words, std::uint32_t strong = 0) {
  ParagraphEvidence evidence;
  evidence.words = words;
  evidence.places.back() = strong;
  return evidence;
}

std::vector<float> judge(const std::vector<ParagraphEvidence>& paragraphs) {
  std::vector<float> out;
  Passages(Passages::Weights{}).judge(paragraphs, out);
  return out;
}

TEST(Passages, NothingSeenIsNoSign) {
  for (const float probability : judge(std::vector<ParagraphEvidence>(50, paragraph(60)))) {
    EXPECT_LT(probability, 0.01F);
  }
  EXPECT_TRUE(judge({}).empty());
}

TEST(Passages, ManyPlacesAreASign) {
  EXPECT_GT(judge({paragraph(60, 8)})[0], 0.9F);
}

TEST(Passages, ThePlacesOfOneParagraphSpeakForItsNeighbours) {
  const std::vector<float> crowd = judge({paragraph(40, 6), paragraph(40, 1), paragraph(40, 6)});
  const std::vector<float> alone = judge({paragraph(40), paragraph(40, 1), paragraph(40)});
  EXPECT_GT(crowd[1], 0.5F);
  EXPECT_LT(alone[1], 0.1F);
}

TEST(Passages, AFarAwayPassageSaysLittle) {
  std::vector<ParagraphEvidence> paragraphs(40, paragraph(60));
  for (std::size_t i = 0; i < 5; ++i) paragraphs[i] = paragraph(60, 8);
  const std::vector<float> out = judge(paragraphs);
  EXPECT_GT(out[2], 0.9F);
  EXPECT_LT(out[30], 0.01F);
}

TEST(Passages, MoreWordsWithoutPlacesSpeakAgainstIt) {
  EXPECT_GT(judge({paragraph(40, 3)})[0], judge({paragraph(120, 3)})[0]);
}

TEST(Passages, LongDocumentsKeepTheirNumbers) {
  std::vector<ParagraphEvidence> paragraphs(5000, paragraph(200, 30));
  for (std::size_t i = 2000; i < 5000; ++i) paragraphs[i] = paragraph(200);
  const std::vector<float> out = judge(paragraphs);
  EXPECT_GT(out[100], 0.99F);
  EXPECT_LT(out[4000], 0.01F);
  for (const float probability : out) EXPECT_TRUE(probability >= 0 && probability <= 1);
}

}  // namespace
}  // namespace soat::check::garble
