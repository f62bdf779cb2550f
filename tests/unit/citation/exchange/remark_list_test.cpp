#include "citation/exchange/remark_list.h"

#include <gtest/gtest.h>

#include "texts/texts.h"

namespace soat::citation {
namespace {

std::string english(const Remark& remark) {
  return remark.text.utf8(text::Language::en);
}

TEST(RemarkList, NamesFileAndLine) {
  Remarks remarks;
  RemarkList list("a.bib", &remarks);
  list.add(7, texts::remark_no_type, true);
  list.add(texts::remark_no_type, false);
  list.finish();
  ASSERT_EQ(remarks.size(), 2U);
  EXPECT_TRUE(english(remarks[0]).starts_with("a.bib:7: ")) << english(remarks[0]);
  EXPECT_TRUE(remarks[0].lost);
  EXPECT_TRUE(english(remarks[1]).starts_with("a.bib: "));
  EXPECT_FALSE(remarks[1].lost);
}

TEST(RemarkList, CountsWhatIsTooMuch) {
  Remarks remarks;
  RemarkList list("a.bib", &remarks);
  for (std::size_t line = 1; line <= 25; ++line) list.add(line, texts::remark_no_type, line == 25);
  EXPECT_EQ(remarks.size(), 20U);
  list.finish();
  ASSERT_EQ(remarks.size(), 21U);
  EXPECT_NE(english(remarks.back()).find('5'), std::string::npos);
  EXPECT_TRUE(remarks.back().lost);
}

TEST(RemarkList, TheSameOnOneLineIsToldOnce) {
  Remarks remarks;
  RemarkList list("a.bib", &remarks);
  for (int i = 0; i < 50; ++i) list.add(3, texts::remark_no_type, true);
  list.add(4, texts::remark_no_type, true);
  list.finish();
  ASSERT_EQ(remarks.size(), 3U);
  EXPECT_NE(english(remarks[2]).find("49"), std::string::npos) << english(remarks[2]);
}

TEST(RemarkList, IsOfNoUseToWhoAsksForNone) {
  RemarkList list("a.bib", nullptr);
  for (std::size_t line = 1; line <= 30; ++line) list.add(line, texts::remark_no_type, true);
  list.finish();
}

TEST(RemarkList, SaysNothingOfNothing) {
  Remarks remarks;
  RemarkList("a.bib", &remarks).finish();
  EXPECT_TRUE(remarks.empty());
}

}  // namespace
}  // namespace soat::citation
