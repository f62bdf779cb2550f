#include "review/passage_list.h"

#include <gtest/gtest.h>

#include <utility>

namespace soat::review {
namespace {

check::ParagraphAssessment assessed(float probability, std::size_t signs) {
  check::ParagraphAssessment paragraph;
  paragraph.probability = probability;
  paragraph.has_signs = signs > 0;
  for (std::size_t i = 0; i < signs; ++i) paragraph.evidence.push_back({std::u16string(i + 1, u'x'), u"sign"});
  return paragraph;
}

TEST(PassageList, TheLikeliestStandsFirstWithTheEvidenceOfItsRichestParagraph) {
  check::Assessment assessment;
  assessment.paragraphs = {assessed(0.75F, 1), assessed(0, 0), assessed(0.8F, 1), assessed(0.95F, 2)};
  const auto passages = worst_first(assessment);
  ASSERT_EQ(passages.size(), 2U);
  EXPECT_EQ(passages[0].passage.first, 2U);
  EXPECT_EQ(passages[0].passage.end, 4U);
  EXPECT_EQ(passages[0].evidence.size(), 2U);
  EXPECT_EQ(passages[1].passage.first, 0U);
}

TEST(PassageList, FollowsParagraphsThatComeAndGo) {
  const auto moved = [](std::uint32_t first, std::uint32_t end, std::uint32_t from, std::size_t went,
                        std::int64_t shift) {
    std::vector<ReviewedPassage> passages = {{{first, end, 0.9F}, {}}};
    renumber(passages, from, went, shift);
    return passages.empty() ? std::pair(0U, 0U) : std::pair(passages[0].passage.first, passages[0].passage.end);
  };
  EXPECT_EQ(moved(2, 5, 0, 0, 1), std::pair(3U, 6U));   // one came before
  EXPECT_EQ(moved(2, 5, 6, 1, -1), std::pair(2U, 5U));  // one went behind
  EXPECT_EQ(moved(2, 5, 3, 1, -1), std::pair(2U, 4U));  // one went inside
  EXPECT_EQ(moved(2, 5, 1, 2, -2), std::pair(1U, 3U));  // the first of it went, with one before
  EXPECT_EQ(moved(2, 5, 4, 3, -3), std::pair(2U, 4U));  // the last of it went, with some behind
  EXPECT_EQ(moved(2, 5, 1, 6, -6), std::pair(0U, 0U));  // all of it
}

}  // namespace
}  // namespace soat::review
