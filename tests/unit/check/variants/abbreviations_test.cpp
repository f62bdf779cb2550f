#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/variants/parts.h"
#include "unit/check/variants/ways.h"

namespace soat::check {
namespace {

TEST(VariantAbbreviations, AnAbbreviationWithTwoFullForms) {
  EXPECT_EQ(ways(u"Quỹ bảo hiểm xã hội (BHXH) lớn. Cơ quan bảo hiểm sức hộ (BHSH) và bảo hành xe hơi (BHXH) khác.",
                 VariantKind::full_form),
            "bảo hiểm xã hội (BHXH) 1, bảo hành xe hơi (BHXH) 1");
}

TEST(VariantAbbreviations, SmallWordsOfAFullFormMayGiveNoLetter) {
  EXPECT_EQ(ways(u"Ngành giáo dục và đào tạo (GDĐT) họp. Sau đó, GDĐT báo cáo.", VariantKind::unexplained), "");
}

TEST(VariantAbbreviations, CapitalsMakeNoOtherFullForm) {
  EXPECT_EQ(ways(u"Ủy ban nhân dân (UBND) họp. Rồi ủy ban nhân dân (UBND) họp nữa.", VariantKind::full_form), "");
}

TEST(VariantAbbreviations, AFullFormWithTwoAbbreviations) {
  const auto* const one = u"Công nghệ thông tin (CNTT) mới. Ngành công nghệ thông tin (viết tắt là CNTT) lớn.";
  EXPECT_EQ(ways(one, VariantKind::short_form), "");
  const auto* const other =
      u"Ngân hàng chính sách (NHCS) mới. Theo ngân hàng chính sách (sau đây gọi tắt là NHC) thì "
      u"được. Nay NHCS này và NHCS kia lớn.";
  EXPECT_EQ(ways(other, VariantKind::short_form), "NHCS 3, NHC 1");
  const auto* const real = u"Giáo dục và đào tạo (GDĐT) mới. Ngành giáo dục và đào tạo (GDVĐT) lớn. Nay GDĐT tốt.";
  EXPECT_EQ(ways(real, VariantKind::short_form), "GDĐT 2, GDVĐT 1");
  EXPECT_EQ(unified(real, VariantKind::short_form, 0),
            "Giáo dục và đào tạo (GDĐT) mới. Ngành giáo dục và đào tạo (GDĐT) lớn. Nay GDĐT tốt.");
}

TEST(VariantAbbreviations, AnAbbreviationBeforeItIsExplained) {
  const auto* const text = u"Hôm nay BHXH tỉnh họp. Cơ quan bảo hiểm xã hội (BHXH) chi trả. BHXH rất cần.";
  EXPECT_EQ(ways(text, VariantKind::late), "BHXH 1, bảo hiểm xã hội (BHXH) 1");
  EXPECT_FALSE(groups_of(text, VariantKind::late)[0].variants[0].can_be_chosen);
  EXPECT_EQ(unified(text, VariantKind::late, 1),
            "Hôm nay bảo hiểm xã hội (BHXH) tỉnh họp. Cơ quan bảo hiểm xã hội (BHXH) chi trả. BHXH rất cần.");
  EXPECT_EQ(ways(u"Cơ quan bảo hiểm xã hội (BHXH) chi trả. Hôm nay BHXH tỉnh họp.", VariantKind::late), "");
}

TEST(VariantAbbreviations, AnAbbreviationThatIsExplainedNowhere) {
  EXPECT_EQ(ways(u"Theo HĐND xã thì được. Sau đó HĐND họp.", VariantKind::unexplained), "HĐND 2");
  const auto* const both =
      u"Theo HĐND xã thì được. Sau đó Hội đồng nhân dân họp. Rồi Hội đồng nhân dân về, còn HĐND ở lại, HĐND vui.";
  EXPECT_EQ(ways(both, VariantKind::unexplained), "HĐND 3, Hội đồng nhân dân 2");
  EXPECT_EQ(unified(both, VariantKind::unexplained, 1),
            "Theo Hội đồng nhân dân xã thì được. Sau đó Hội đồng nhân dân họp. Rồi Hội đồng nhân dân về, còn Hội đồng "
            "nhân dân ở lại, Hội đồng nhân dân vui.");
}

TEST(VariantAbbreviations, HeadingsInCapitalsHaveNoAbbreviations) {
  EXPECT_EQ(ways(u"BÁO CÁO TÌNH HÌNH PHÁT TRIỂN KINH TẾ CỦA TỈNH KRÔNG", VariantKind::unexplained), "");
}

TEST(VariantAbbreviations, RomanNumbersAndShortOnesNeedNoExplanation) {
  EXPECT_EQ(ways(u"Chương XIV và TP kia. Rồi chương XIV nữa, TP nữa.", VariantKind::unexplained), "");
}

TEST(VariantAbbreviations, ABracketThatIsNeverClosedExplainsNothing) {
  EXPECT_EQ(ways(u"Cơ quan bảo hiểm xã hội (BHXH", VariantKind::late), "");
  EXPECT_EQ(ways(u"Cơ quan bảo hiểm xã hội (", VariantKind::unexplained), "");
  EXPECT_EQ(ways(u"(BHXH) họp. Sau đó BHXH về.", VariantKind::late), "");
}

}  // namespace
}  // namespace soat::check
