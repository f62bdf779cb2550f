#include "reference/issuer.h"

#include <gtest/gtest.h>

namespace soat::reference {
namespace {

TEST(IssuerOfSymbol, IsTheBodyInIt) {
  EXPECT_EQ(issuer_of_symbol(u"30/2020/NĐ-CP"), u"Chính phủ");
  EXPECT_EQ(issuer_of_symbol(u"88/2010/QĐ-TTg"), u"Thủ tướng Chính phủ");
  EXPECT_EQ(issuer_of_symbol(u"17/CT-TTg"), u"Thủ tướng Chính phủ");
  EXPECT_EQ(issuer_of_symbol(u"08/2017/QH14"), u"Quốc hội");
  EXPECT_EQ(issuer_of_symbol(u"06/2003/PL-UBTVQH11"), u"Ủy ban Thường vụ Quốc hội");
  EXPECT_EQ(issuer_of_symbol(u"14/2019/TT-BVHTTDL"), u"Bộ Văn hóa, Thể thao và Du lịch");
}

TEST(IssuerOfSymbol, OfJointDocumentsIsAllOrNone) {
  EXPECT_EQ(issuer_of_symbol(u"09/2013/TTLT-BCA-BQP"), u"Bộ Công an, Bộ Quốc phòng");
  EXPECT_EQ(issuer_of_symbol(u"09/2013/TTLT-BCA-ABC"), u"");
}

TEST(IssuerOfSymbol, IsTheBodyNotTheOfficeInIt) {
  EXPECT_EQ(issuer_of_symbol(u"1550/QĐ-BNN-TT"), u"Bộ Nông nghiệp và Phát triển nông thôn");
}

TEST(IssuerOfSymbol, IsNoneWhereManyHaveTheSame) {
  for (const char16_t* symbol :
       {u"15/2021/NQ-HĐND", u"412/QĐ-UBND", u"26-NQ/TW", u"11/2017/AL", u"171/2013", u"", u"TCVN 4054:2005"})
    EXPECT_EQ(issuer_of_symbol(symbol), u"");
}

TEST(IssuerWordsOfSymbol, AreThoseOfTheFirstPartThatFits) {
  const auto fits = [](std::u16string_view symbol, std::u16string_view body) {
    const Phrases* words = issuer_words_of_symbol(symbol);
    return words != nullptr && words->at(words_of(body), 0, false).length > 0;
  };
  EXPECT_TRUE(fits(u"30/2020/nd-cp", u"Chính phủ"));
  EXPECT_FALSE(fits(u"30/2020/nd-cp", u"Quốc hội"));
  EXPECT_TRUE(fits(u"35-nq/tw", u"Bộ Chính trị"));
  EXPECT_TRUE(fits(u"5/2020/tt-btc", u"Bộ Tài chính"));
  EXPECT_EQ(issuer_words_of_symbol(u"5/qd-xyz"), nullptr);
  EXPECT_EQ(issuer_words_of_symbol(u""), nullptr);
}

}  // namespace
}  // namespace soat::reference
