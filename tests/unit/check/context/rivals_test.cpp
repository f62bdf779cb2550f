#include "check/context/rivals.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "unit/check/context/context_parts.h"

namespace soat::check::context {
namespace {

Weighing weighed(std::u16string_view text, std::size_t place, std::size_t slots = 16) {
  ReadSentence read(text);
  RivalSearch search(*shipped_words(), *shipped_vectors(), shipped_examiner().candidates(), *shipped_facts(), slots);
  const std::vector<CaseShape> cases(read.sentence.size());
  return search.weigh(read.sentence, cases, place, read.sentence.word(place));
}

TEST(RivalSearch, TheBestIsWhatWasMeant) {
  const Weighing weighing = weighed(u"Đây là thương hiệu nỗi tiếng của tỉnh.", 4);
  ASSERT_FALSE(weighing.rivals.empty());
  EXPECT_EQ(weighing.rivals.front().candidate.word, word_of(u"nổi"));
  EXPECT_TRUE(std::ranges::is_sorted(weighing.rivals, std::ranges::greater{}, &Rival::score));
  const Rival& best = weighing.rivals.front();
  EXPECT_GT(best.span.left + best.span.right, weighing.own.left + weighing.own.right);
}

TEST(RivalSearch, EqualPlacesAreWeighedAlike) {
  ReadSentence read(u"Đây là thương hiệu nỗi tiếng của tỉnh.");
  RivalSearch search(*shipped_words(), *shipped_vectors(), shipped_examiner().candidates(), *shipped_facts(), 16);
  const std::vector<CaseShape> cases(read.sentence.size());
  const Weighing first = search.weigh(read.sentence, cases, 4, read.sentence.word(4));
  search.weigh(read.sentence, cases, 5, read.sentence.word(5));
  const Weighing& again = search.weigh(read.sentence, cases, 4, read.sentence.word(4));
  ASSERT_EQ(again.rivals.size(), first.rivals.size());
  for (std::size_t i = 0; i < first.rivals.size(); ++i) {
    EXPECT_EQ(again.rivals[i].word, first.rivals[i].word);
    EXPECT_EQ(again.rivals[i].score, first.rivals[i].score);
  }
}

TEST(RivalSearch, TheEdgesOfASentenceAreNoTrouble) {
  for (const std::size_t place : {0U, 1U}) {
    const Weighing weighing = weighed(u"Nỗi tiếng", place);
    for (const Rival& rival : weighing.rivals) EXPECT_TRUE(std::isfinite(rival.score));
  }
}

}  // namespace
}  // namespace soat::check::context
