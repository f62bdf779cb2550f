#include "reference/legal_reference.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace soat::reference {
namespace {

std::vector<std::u16string> numbers(std::u16string_view text) {
  std::vector<std::u16string> all;
  for (const LegalReference& one : find_legal_references(text)) all.push_back(one.number);
  return all;
}

TEST(FindLegalReferences, GivesAllInOrder) {
  EXPECT_EQ(numbers(u"Căn cứ Nghị định số 30/2020/NĐ-CP và Quyết định số 5/QĐ-UBND, xét Tờ trình số 7/TTr-SNV"),
            (std::vector<std::u16string>{u"30/2020/NĐ-CP", u"5/QĐ-UBND", u"7/TTr-SNV"}));
  EXPECT_EQ(numbers(u"Các Nghị định số 11/2020/NĐ-CP, số 12/2020/NĐ-CP"),
            (std::vector<std::u16string>{u"11/2020/NĐ-CP", u"12/2020/NĐ-CP"}));
  EXPECT_TRUE(numbers(u"").empty());
  EXPECT_TRUE(numbers(u"Con đò ngang sông.").empty());
}

TEST(FindLegalReferences, TakesAnyText) {
  const std::u16string_view pieces[] = {u"Luật ", u"Nghị định ", u"số ",    u"30/2020/NĐ-CP", u", ",
                                        u"của ",  u"Chính phủ",  u"(",      u"ngày ",         u"\"",
                                        u"về ",   u"TCVN ",      u"\xD800", u"Điều 5 "};
  std::mt19937 random(5);
  for (int round = 0; round < 300; ++round) {
    std::u16string text;
    for (int i = 0; i < 30; ++i) text += pieces[random() % std::size(pieces)];
    std::size_t before = 0;
    for (const LegalReference& one : find_legal_references(text)) {
      ASSERT_LE(before, one.start);
      ASSERT_LT(one.start, one.end);
      ASSERT_LE(one.end, text.size());
      ASSERT_LE(one.number_end, text.size());
      before = one.end;
    }
  }
}

TEST(ParseLegalReference, ALineMayBeDecomposedOrHoldInvisibleMarks) {
  const auto decomposed = parse_legal_reference(u"Nghi\u0323 \u0111i\u0323nh so\u0302\u0301 30/2020/N\u0110-CP");
  ASSERT_TRUE(decomposed);
  EXPECT_EQ(decomposed->genre, u"Nghị định");
  const auto hidden = parse_legal_reference(u"Ng\u00ADhị đ\u200Bịnh số 30/2020/N\u00D0-CP");
  ASSERT_TRUE(hidden);
  EXPECT_EQ(hidden->number, u"30/2020/NĐ-CP");
  EXPECT_FALSE(parse_legal_reference(u"Con đò"));
}

TEST(ParseLegalReferences, RunOnOverEndsOfLines) {
  const std::u16string lines[] = {u"1. Chính phủ, Nghị định số", u"30/2020/NĐ-CP ngày 05/3/2020;",
                                  u"2. Bộ Tài chính, Thông tư số 5/2020/TT-BTC"};
  const auto all = parse_legal_references(lines);
  ASSERT_EQ(all.size(), 3U);
  ASSERT_EQ(all[0].size(), 1U);
  EXPECT_EQ(all[0][0].number, u"30/2020/NĐ-CP");
  EXPECT_TRUE(all[1].empty());
  ASSERT_EQ(all[2].size(), 1U);
  EXPECT_TRUE(parse_legal_references(std::span<const std::u16string>()).empty());
}

TEST(LeadingGenre, StandsAtTheVeryBeginning) {
  EXPECT_EQ(leading_genre(u"Luật Đất đai").length, 4U);
  EXPECT_TRUE(leading_genre(u"Luật Đất đai").named);
  EXPECT_EQ(leading_genre(u"Thông tư liên tịch về").length, 18U);
  EXPECT_FALSE(leading_genre(u"Thông tư").named);
  EXPECT_EQ(leading_genre(u" Luật Đất đai").length, 0U);
  EXPECT_EQ(leading_genre(u"Con đò").length, 0U);
  EXPECT_EQ(leading_genre(u"").length, 0U);
}

TEST(KindsOfDocuments, AreInSmallLetters) {
  const auto& kinds = kinds_of_documents();
  EXPECT_NE(std::ranges::find(kinds, u"nghị định"), kinds.end());
  EXPECT_NE(std::ranges::find(kinds, u"hiến pháp"), kinds.end());
}

}  // namespace
}  // namespace soat::reference
