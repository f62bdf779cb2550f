#include "check/garble/gap_search.h"

#include <gtest/gtest.h>

#include <cmath>
#include <set>

#include "unit/check/garble/garble_parts.h"

namespace soat::check::garble {
namespace {

std::vector<Gap> gaps(std::u16string_view text, GapSearch::Fault fault) {
  ReadSentence read(text);
  GapSearch search(*shipped_words(), *shipped_facts(), shipped_predecessors(), fault, true);
  std::vector<Gap> found;
  if (read.sentence.size() > 0) search.find(read.sentence, [&](const Gap& gap) { found.push_back(gap); });
  return found;
}

TEST(GapSearch, FindsASyllableThatIsMissing) {
  bool found = false;
  for (const Gap& gap : gaps(u"Trong tình hiện nay, mọi người cần bình tĩnh.", GapSearch::Fault::missing)) {
    EXPECT_EQ(gap.written, 0U);
    found = found || (gap.before == 2 && gap.word == word_of(u"hình"));
  }
  EXPECT_TRUE(found);
}

TEST(GapSearch, FindsASyllableThatStandsInsteadOfAnother) {
  bool found = false;
  for (const Gap& gap : gaps(u"Kết quả đạt của trong năm qua rất đáng khích lệ.", GapSearch::Fault::wrong)) {
    EXPECT_EQ(gap.written, 1U);
    found = found || (gap.before == 3 && gap.word == word_of(u"được"));
  }
  EXPECT_TRUE(found);
}

TEST(GapSearch, LooksAtLessWhereNothingSurprises) {
  EXPECT_TRUE(gaps(u"Trong tình hình hiện nay, mọi người cần bình tĩnh.", GapSearch::Fault::missing).empty());
}

TEST(GapSearch, ShortSentencesAreNoTrouble) {
  for (const char16_t* text : {u"", u"Vâng.", u"Đi đi!", u"…"}) {
    gaps(text, GapSearch::Fault::missing);
    gaps(text, GapSearch::Fault::wrong);
  }
}

TEST(GapSearch, FeaturesHaveNamesAndAreNumbers) {
  EXPECT_EQ(gap_feature_names.size(), gap_feature_count);
  EXPECT_EQ(std::set<std::string_view>(gap_feature_names.begin(), gap_feature_names.end()).size(), gap_feature_count);
  for (const Gap& gap : gaps(u"Trong tình hiện nay, mọi người cần bình tĩnh.", GapSearch::Fault::missing)) {
    for (const float value : gap.features) EXPECT_TRUE(std::isfinite(value));
  }
}

}  // namespace
}  // namespace soat::check::garble
