#include "reference/legal/other_forms.h"

#include <gtest/gtest.h>

namespace soat::reference::legal {
namespace {

TEST(AbbreviationAt, AKindNeedsItsNumber) {
  ASSERT_NE(abbreviation_at(Line(u"NĐ 30/2020/NĐ-CP"), 0), nullptr);
  EXPECT_EQ(abbreviation_at(Line(u"NĐ số 30/2020/NĐ-CP"), 0)->full, u"Nghị định");
  EXPECT_EQ(abbreviation_at(Line(u"NĐ của Chính phủ"), 0), nullptr);
  EXPECT_EQ(abbreviation_at(Line(u"nđ 30/2020/NĐ-CP"), 0), nullptr);
  EXPECT_EQ(abbreviation_at(Line(u"30/2020/NĐ-CP"), 4), nullptr);  // in a symbol
  EXPECT_EQ(abbreviation_at(Line(u"X"), 0), nullptr);
}

TEST(CodeAt, NeedsAYearOrAnArticle) {
  const Line line(u"Điều 12 BLHS");
  const auto found = code_at(line, 2, 0, *abbreviation_of(u"BLHS"));
  ASSERT_TRUE(found);
  EXPECT_EQ(found->reference.title, u"Bộ luật Hình sự");
  EXPECT_EQ(found->reference.locator, u"Điều 12");
  const Line year(u"BLDS 2015, Điều 3");
  const auto dated = code_at(year, 0, 0, *abbreviation_of(u"BLDS"));
  ASSERT_TRUE(dated);
  EXPECT_EQ(dated->reference.issued.year, 2015);
  EXPECT_EQ(dated->reference.locator, u"Điều 3");
  EXPECT_FALSE(code_at(Line(u"theo BLHS thì"), 1, 0, *abbreviation_of(u"BLHS")));
}

// Number and title of the standard in a line.
std::pair<std::u16string, std::u16string> standard(std::u16string_view text) {
  const Line line(text);
  for (std::size_t i = 0; i < line.size(); ++i) {
    if (const auto found = standard_at(line, i, 0)) return {found->reference.number, found->reference.title};
  }
  return {};
}

TEST(StandardAt, SymbolsOfManyForms) {
  EXPECT_EQ(standard(u"TCVN 8819:2011").first, u"TCVN 8819:2011");
  EXPECT_EQ(standard(u"TCVN ISO 9001:2015").first, u"TCVN ISO 9001:2015");
  EXPECT_EQ(standard(u"QCVN 06:2022/BXD").first, u"QCVN 06:2022/BXD");
  EXPECT_EQ(standard(u"QCVN 08-MT:2015/BTNMT").first, u"QCVN 08-MT:2015/BTNMT");
  EXPECT_EQ(standard(u"TCVN về đường").first, u"");
  EXPECT_EQ(standard(u"tcvn 8819:2011").first, u"");
}

TEST(StandardAt, ItsNameBeginsWithACapital) {
  EXPECT_EQ(standard(u"TCVN 8819:2011, Mặt đường bê tông nhựa nóng; và").second, u"Mặt đường bê tông nhựa nóng");
  EXPECT_EQ(standard(u"TCVN 8819:2011 được áp dụng").second, u"");
  EXPECT_EQ(standard(u"TCVN 8819:2011").second, u"");
}

TEST(StandardName, IsOfASeriesInCapitals) {
  EXPECT_EQ(standard_name(Line(u"TCVN 1"), 0), u"Tiêu chuẩn quốc gia");
  EXPECT_EQ(standard_name(Line(u"Tcvn 1"), 0), u"");
  EXPECT_EQ(standard_name(Line(u"1"), 0), u"");
}

TEST(TreatyAt, IsKnownByItsDateOrPlace) {
  const auto found = treaty_at(Line(u"Công ước Liên hợp quốc về Luật Biển năm 1982"), 0, 0);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->reference.title, u"Công ước Liên hợp quốc về Luật Biển");
  EXPECT_EQ(found->reference.issued.year, 1982);
  EXPECT_TRUE(treaty_at(Line(u"Công ước Bern được"), 0, 0));
  EXPECT_FALSE(treaty_at(Line(u"Công ước này được"), 0, 0));
  EXPECT_FALSE(treaty_at(Line(u"công ước Bern năm 1886"), 0, 0));
  EXPECT_FALSE(treaty_at(Line(u"Ngôi nhà năm 1886"), 0, 0));
}

TEST(PartyDocumentAt, IsKnownByItsMeeting) {
  const auto meeting = party_document_at(Line(u"Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng"), 0, 0);
  ASSERT_TRUE(meeting);
  EXPECT_EQ(meeting->reference.genre, u"Nghị quyết");
  EXPECT_EQ(meeting->reference.title, u"Nghị quyết Trung ương 4 khóa XII về xây dựng Đảng");
  const auto congress = party_document_at(Line(u"Văn kiện Đại hội đại biểu toàn quốc lần thứ XIII"), 0, 0);
  ASSERT_TRUE(congress);
  EXPECT_EQ(congress->reference.title, u"Văn kiện Đại hội đại biểu toàn quốc lần thứ XIII");
  EXPECT_FALSE(party_document_at(Line(u"Nghị quyết của Quốc hội"), 0, 0));
  EXPECT_FALSE(party_document_at(Line(u"nghị quyết Trung ương 4 khóa XII"), 0, 0));
}

TEST(PartyDocumentAt, OrByANameOfItsOwn) {
  const auto found = party_document_at(Line(u"Điều lệ Đảng Cộng sản Việt Nam năm 2011"), 0, 0);
  ASSERT_TRUE(found);
  EXPECT_EQ(found->reference.title, u"Điều lệ Đảng Cộng sản Việt Nam");
  EXPECT_EQ(found->reference.issued.year, 2011);
  EXPECT_FALSE(party_document_at(Line(u"Điều lệ Đảng quy định"), 0, 0));
}

TEST(SetDate, SaysWhereTheDateStands) {
  const Line line(u"ngày 5/3/2020");
  LegalReference reference;
  set_date(line, 0, *date_at(line, 0), reference);
  EXPECT_EQ(reference.issued.day, 5);
  EXPECT_EQ(reference.date_start, 0U);
  EXPECT_EQ(reference.date_end, 13U);
}

}  // namespace
}  // namespace soat::reference::legal
