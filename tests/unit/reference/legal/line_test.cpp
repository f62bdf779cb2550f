#include "reference/legal/line.h"

#include <gtest/gtest.h>

namespace soat::reference::legal {
namespace {

TEST(LegalLine, NothingStandsBehindTheLastWord) {
  for (const char16_t* text : {u"", u"Điều"}) {
    const Line line(text);
    EXPECT_FALSE(line.is(5, u"điều"_w) || line.mark(5, u'.') || line.digits(5) || line.letters(5) || line.capital(5) ||
                 line.lower(5) || line.roman(5) || line.ends_sentence(5));
    EXPECT_EQ(line.fits(Phrases(), 5), 0U);
  }
}

TEST(LegalLine, WordsAreToldWhateverTheirCaseAndTone) {
  const Line line(u"KHOÁ Điều");
  EXPECT_TRUE(line.is(0, u"khóa"_w));
  EXPECT_TRUE(line.is(1, u"điều"_w));
  EXPECT_FALSE(line.is(1, u"điêu"_w));
}

TEST(LegalLine, WithoutMarksAnyMarksFit) {
  EXPECT_TRUE(Line(u"dieu 5").plain());
  EXPECT_TRUE(Line(u"dieu 5").is(0, u"điều"_w));
  EXPECT_FALSE(Line(u"dieu Điều").plain());
  EXPECT_FALSE(Line(u"dieu Điều").is(0, u"điều"_w));
  EXPECT_FALSE(Line(u"5 5").is(0, u"5"_w));  // digits are no word
}

TEST(LegalLine, ShoutsOnlyWhereThereIsEnoughOfIt) {
  EXPECT_TRUE(Line(u"QUYẾT ĐỊNH BAN HÀNH").shouting());
  EXPECT_FALSE(Line(u"QUYẾT ĐỊNH").shouting());
  EXPECT_FALSE(Line(u"QUYẾT ĐỊNH của Bộ trưởng").shouting());
}

TEST(LegalLine, CaseTellsNothingInAHeading) {
  const Line line(u"QUYẾT ĐỊNH BAN HÀNH");
  EXPECT_TRUE(line.capital(0) && line.lower(0));
  const Line other(u"Quyết định");
  EXPECT_TRUE(other.capital(0) && !other.lower(0));
  EXPECT_TRUE(!other.capital(1) && other.lower(1));
}

TEST(LegalLine, RomanNumbersAreInCapitals) {
  EXPECT_TRUE(Line(u"Khóa XII").roman(1));
  EXPECT_FALSE(Line(u"Khóa xii").roman(1));
  EXPECT_FALSE(Line(u"Khóa XIIA").roman(1));
  EXPECT_FALSE(Line(u"Khóa 12").roman(1));
}

TEST(LegalLine, AFullStopEndsASentenceUnlessItIsAnAbbreviations) {
  EXPECT_TRUE(Line(u"Luật này.").ends_sentence(2));
  EXPECT_TRUE(Line(u"Luật này. Nghị định").ends_sentence(2));
  EXPECT_FALSE(Line(u"TP. Hồ Chí Minh").ends_sentence(1));
  EXPECT_FALSE(Line(u"luật này.nghị").ends_sentence(2));
  EXPECT_FALSE(Line(u"luật này. nghị").ends_sentence(2));
  EXPECT_FALSE(Line(u"luật này;").ends_sentence(2));
}

TEST(LegalLine, ValuesAreBounded) {
  EXPECT_EQ(Line(u"007").value(0), 7);
  EXPECT_EQ(Line(u"99999999999999999999").value(0), 1000000);
}

TEST(LegalLine, SlicesHaveSingleBlanks) {
  const Line line(u"Số   30/2020  \t/NĐ");
  EXPECT_EQ(line.slice(0, line.size()), u"Số 30/2020 /NĐ");
  EXPECT_EQ(line.slice(1, 1), u"");
  EXPECT_EQ(line.written(0), u"Số");
}

}  // namespace
}  // namespace soat::reference::legal
