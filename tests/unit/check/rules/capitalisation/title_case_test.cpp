#include "check/rules/capitalisation/title_case.h"

#include <gtest/gtest.h>

namespace soat::check {
namespace {

ParagraphCapitals capitals(std::u16string_view text) {
  text::Analysis analysis;
  text::analyse(text, analysis);
  return capitals_of(analysis);
}

TEST(CapitalsOf, ProseHasThemAtSentencesAndNames) {
  EXPECT_EQ(capitals(u"Hôm nay ông An đi chợ."), ParagraphCapitals::sentences);
  EXPECT_EQ(capitals(u"Ông An về."), ParagraphCapitals::sentences);  // too short for a title
}

TEST(CapitalsOf, VerseAndMessagesHaveNone) {
  EXPECT_EQ(capitals(u"hôm nay em đi chợ"), ParagraphCapitals::none);
  EXPECT_EQ(capitals(u""), ParagraphCapitals::none);
  EXPECT_EQ(capitals(u"12/2020, …"), ParagraphCapitals::none);
}

TEST(CapitalsOf, TitlesAndHeadings) {
  EXPECT_EQ(capitals(u"Nước Nổi Về Muộn Ở Đồng Tháp"), ParagraphCapitals::every_word);
  EXPECT_EQ(capitals(u"NƯỚC NỔI VỀ MUỘN"), ParagraphCapitals::every_letter);
  EXPECT_EQ(capitals(u"NƯỚC NỔI VỀ MUỘN của năm"), ParagraphCapitals::every_letter);
}

}  // namespace
}  // namespace soat::check
