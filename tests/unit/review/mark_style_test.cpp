#include "review/mark_style.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace soat::review {
namespace {

using check::Category;
using Entries = std::vector<std::u16string>;

TEST(MarkStyle, WhatIsAsUsualIsNotKept) {
  EXPECT_EQ(read_marks({}), usual_marks());
  EXPECT_EQ(entries_of(usual_marks()), Entries());
  EXPECT_EQ(usual_marks().of(Category::garble), (MarkStyle{0x8E24AA, MarkLine::wave}));
}

TEST(MarkStyle, WhatIsKeptIsReadAgain) {
  MarkStyles marks = usual_marks();
  marks.of(Category::spelling) = {0x00FF7F, MarkLine::dotted};
  marks.of(Category::citation).line = MarkLine::dotted;
  marks.of(Category::style).line = MarkLine::solid;
  EXPECT_EQ(entries_of(marks), (Entries{u"spelling=00FF7F dotted", u"style=43A047 solid", u"citation=546E7A dotted"}));
  EXPECT_EQ(read_marks(entries_of(marks)), marks);
}

TEST(MarkStyle, WhatIsNotUnderstoodChangesNothingAndIsKept) {
  const Entries strange = {u"spelling=E6510 wave",  u"spelling=E65100",      u"spelling",
                           u"garble=E65100 double", u"tomorrow=E65100 wave", u"",
                           u"=E65100 wave",         u"style=#E65100 wave x", u"spelling=G65100 wave"};
  const MarkStyles marks = read_marks(strange);
  EXPECT_EQ(marks.by_category, usual_marks().by_category);
  EXPECT_EQ(marks.not_understood, strange);
  EXPECT_EQ(entries_of(marks), strange);
}

TEST(MarkStyle, DamagedEntriesGoAndThoseOfTomorrowStay) {
  MarkStyles marks = read_marks({u"spelling=E6510 wave", u"tomorrow=E65100 wave", u"garble=123456 double"});
  forget_damaged(marks);
  EXPECT_EQ(marks.not_understood, (Entries{u"tomorrow=E65100 wave"}));
}

TEST(MarkStyle, TheLastEntryOfACategoryCounts) {
  EXPECT_EQ(read_marks({u"style=111111 solid", u"style=222222 wave"}).of(Category::style),
            (MarkStyle{0x222222, MarkLine::wave}));
}

TEST(MarkStyle, ColoursAreSixDigits) {
  std::uint32_t rgb = 0;
  EXPECT_TRUE(read_colour(u"#e65100", rgb));
  EXPECT_EQ(rgb, 0xE65100U);
  EXPECT_TRUE(read_colour(u"00FF7F", rgb));
  EXPECT_EQ(colour_digits(rgb), u"00FF7F");
  for (const char16_t* const wrong : {u"", u"#", u"E651001", u"E6510", u"##E6510", u"E6510g", u"đ65100"}) {
    EXPECT_FALSE(read_colour(wrong, rgb));
  }
  EXPECT_EQ(rgb, 0x00FF7FU);
}

TEST(MarkStyle, SamplesDiffer) {
  const auto coloured = [](MarkLine line) {
    return std::ranges::count(mark_sample({0x123456, line}, 80, 12), 0x123456U);
  };
  EXPECT_EQ(mark_sample({0x123456, MarkLine::wave}, 80, 12).size(), 960U);
  EXPECT_EQ(coloured(MarkLine::wave), 160);
  EXPECT_EQ(coloured(MarkLine::dotted), 20);
  EXPECT_EQ(coloured(MarkLine::solid), 240);
}

}  // namespace
}  // namespace soat::review
