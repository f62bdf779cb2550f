#include "check/rules/capitalisation/title_case.h"

#include <gtest/gtest.h>

#include <string_view>

namespace soat::check {
namespace {

ParagraphCapitals capitals(std::u16string_view paragraph) {
  text::Analysis analysis;
  text::analyse(paragraph, analysis);
  return capitals_of(analysis);
}

TEST(TitleCase, ProseHasCapitalsWhereSentencesAndNamesBegin) {
  EXPECT_EQ(capitals(u"Hôm qua ông Nguyễn Văn Ba về thăm quê ngoại ở Nam Định."), ParagraphCapitals::sentences);
}

TEST(TitleCase, TitlesHaveOneOnMostWords) {
  EXPECT_EQ(capitals(u"Những Ngày Thơ Ấu và Mùa Gặt"), ParagraphCapitals::every_word);
  EXPECT_EQ(capitals(u"Những Ngày Thơ Ấu và mùa gặt"), ParagraphCapitals::sentences);
  EXPECT_EQ(capitals(u"Nguyễn Văn Ba"), ParagraphCapitals::sentences) << "a name alone is no title";
}

TEST(TitleCase, HeadingsAreInCapitals) {
  EXPECT_EQ(capitals(u"BÁO CÁO TÌNH HÌNH năm 2024"), ParagraphCapitals::every_letter);
  EXPECT_EQ(capitals(u"BÁO cáo tình HÌNH"), ParagraphCapitals::sentences);
}

TEST(TitleCase, VerseMayHaveNone) {
  EXPECT_EQ(capitals(u"trăng lên đỉnh núi"), ParagraphCapitals::none);
  EXPECT_EQ(capitals(u""), ParagraphCapitals::none);
  EXPECT_EQ(capitals(u"2024 – 2025"), ParagraphCapitals::none);
}

}  // namespace
}  // namespace soat::check
