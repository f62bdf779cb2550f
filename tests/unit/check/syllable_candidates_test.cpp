#include "check/syllable_candidates.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "text/utf.h"
#include "unit/check/shipped_words.h"

namespace soat::check {
namespace {

const SyllableCandidates& candidates() {
  static const SyllableCandidates made(shipped_lexicon());
  return made;
}

std::string best(std::u16string_view word, float limit = 2) {
  const std::vector<Candidate> found = candidates().find(word, limit, 1);
  return found.empty() ? "" : text::to_utf8(text::spell(found.front().syllable).view());
}

TEST(SyllableCandidates, TheLikeliestComesFirst) {
  EXPECT_EQ(best(u"nguời"), "người");
  EXPECT_EQ(best(u"NGUỜI"), "người");
  EXPECT_EQ(best(u"nghành"), "ngành");
  EXPECT_EQ(best(u"đựơc"), "được");
}

TEST(SyllableCandidates, AreAtMostSoManyAndSoDear) {
  const std::vector<Candidate> found = candidates().find(u"nguời", 1.5F, 5);
  ASSERT_FALSE(found.empty());
  EXPECT_LE(found.size(), 5U);
  for (const Candidate& one : found) EXPECT_LE(one.cost, 1.5F);
  EXPECT_TRUE(std::ranges::is_sorted(found, std::ranges::greater{}, &Candidate::score));
}

TEST(SyllableCandidates, AskedForFewerAreTheFirstOfMore) {
  const std::vector<Candidate> many = candidates().find(u"truong", 1.5F, 20);
  for (std::size_t most = 1; most < many.size(); ++most) {
    const std::vector<Candidate> few = candidates().find(u"truong", 1.5F, most);
    ASSERT_EQ(few.size(), most);
    for (std::size_t i = 0; i < most; ++i) EXPECT_EQ(few[i].syllable, many[i].syllable) << most << " " << i;
  }
}

TEST(SyllableCandidates, ThereAreNoneForWhatIsNoWord) {
  EXPECT_TRUE(candidates().find(u"", 3, 10).empty());
  EXPECT_TRUE(candidates().find(u"nguời", 3, 0).empty());
  EXPECT_TRUE(candidates().find(std::u16string(200, u'a'), 3, 10).empty());
  EXPECT_TRUE(candidates().find(u"nguời", -1, 10).empty());
}

}  // namespace
}  // namespace soat::check
