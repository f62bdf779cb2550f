#include "check/variants/variants.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

std::vector<VariantGroup> groups_of(std::u16string_view text, VariantKind kind) {
  std::vector<VariantGroup> groups = shipped_checker().variants(lines_of(text));
  std::erase_if(groups, [&](const VariantGroup& group) { return group.kind != kind; });
  return groups;
}

// "Đắk Lắk 2, Đắc Lắc 1; …": the ways of each group with the number of their places.
std::string ways(std::u16string_view text, VariantKind kind) {
  std::string out;
  for (const VariantGroup& group : groups_of(text, kind)) {
    if (!out.empty()) out += "; ";
    for (std::size_t i = 0; i < group.variants.size(); ++i) {
      const Variant& variant = group.variants[i];
      out += (i > 0 ? ", " : "") + text::to_utf8(variant.form) + " " + std::to_string(variant.places.size());
    }
  }
  return out;
}

// The text with every place of the first group of a kind written in one of its ways.
std::string unified(std::u16string_view text, VariantKind kind, std::size_t way) {
  const std::vector<VariantGroup> groups = groups_of(text, kind);
  if (groups.empty()) return "";
  std::vector<std::u16string> lines;
  for (const std::u16string_view line : lines_of(text)) lines.emplace_back(line);
  std::vector<VariantPlace> places;
  for (const Variant& variant : groups.front().variants)
    places.insert(places.end(), variant.places.begin(), variant.places.end());
  std::ranges::sort(places, [](const VariantPlace& a, const VariantPlace& b) { return a.place.start > b.place.start; });
  for (const VariantPlace& place : places)
    lines[place.place.paragraph].replace(place.place.start, place.place.end - place.place.start, place.as[way]);
  std::string out;
  for (const std::u16string& line : lines) out += (out.empty() ? "" : "\n") + text::to_utf8(line);
  return out;
}

TEST(Variants, NamesAreGroupedWithWhatMostPlacesHaveFirst) {
  const auto* const text = u"Tỉnh Đắk Lắk và tỉnh Đắc Lắc. Đắk Lắk có nhiều cà phê.";
  EXPECT_EQ(ways(text, VariantKind::name), "Đắk Lắk 2, Đắc Lắc 1");
  EXPECT_EQ(unified(text, VariantKind::name, 0), "Tỉnh Đắk Lắk và tỉnh Đắk Lắk. Đắk Lắk có nhiều cà phê.");
}

TEST(Variants, ANameOfThreeWordsIsOneGroup) {
  EXPECT_EQ(ways(u"Bà Trần Mỹ Lệ nói. Theo bà Trần Mĩ Lệ thì đúng. Bà Trần Mỹ Lệ về.", VariantKind::name),
            "Trần Mỹ 2, Trần Mĩ 1");
}

TEST(Variants, NamesThatMarksTellApartAreTwo) {
  EXPECT_EQ(ways(u"Anh Nguyễn Hùng gặp anh Nguyễn Hưng.", VariantKind::name), "");
}

TEST(Variants, BodiesAreGroupedByTheirCapitals) {
  const auto* const text = u"Hôm qua, Phó Chủ tịch xã đến. Sau đó Phó chủ tịch xã về, rồi Phó Chủ tịch lại đến.";
  EXPECT_EQ(ways(text, VariantKind::body), "Phó Chủ tịch 2, Phó chủ tịch 1");
  EXPECT_EQ(unified(text, VariantKind::body, 1),
            "Hôm qua, Phó chủ tịch xã đến. Sau đó Phó chủ tịch xã về, rồi Phó chủ tịch lại đến.");
}

TEST(Variants, AnAbbreviationWithTwoFullForms) {
  EXPECT_EQ(ways(u"Quỹ bảo hiểm xã hội (BHXH) lớn. Cơ quan bảo hiểm sức hộ (BHSH) và bảo hành xe hơi (BHXH) khác.",
                 VariantKind::full_form),
            "bảo hiểm xã hội (BHXH) 1, bảo hành xe hơi (BHXH) 1");
}

TEST(Variants, SmallWordsOfAFullFormMayGiveNoLetter) {
  EXPECT_EQ(ways(u"Ngành giáo dục và đào tạo (GDĐT) họp. Sau đó, GDĐT báo cáo.", VariantKind::unexplained), "");
}

TEST(Variants, CapitalsMakeNoOtherFullForm) {
  EXPECT_EQ(ways(u"Ủy ban nhân dân (UBND) họp. Rồi ủy ban nhân dân (UBND) họp nữa.", VariantKind::full_form), "");
}

TEST(Variants, AFullFormWithTwoAbbreviations) {
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

TEST(Variants, AnAbbreviationBeforeItIsExplained) {
  const auto* const text = u"Hôm nay BHXH tỉnh họp. Cơ quan bảo hiểm xã hội (BHXH) chi trả. BHXH rất cần.";
  EXPECT_EQ(ways(text, VariantKind::late), "BHXH 1, bảo hiểm xã hội (BHXH) 1");
  EXPECT_FALSE(groups_of(text, VariantKind::late)[0].variants[0].can_be_chosen);
  EXPECT_EQ(unified(text, VariantKind::late, 1),
            "Hôm nay bảo hiểm xã hội (BHXH) tỉnh họp. Cơ quan bảo hiểm xã hội (BHXH) chi trả. BHXH rất cần.");
  EXPECT_EQ(ways(u"Cơ quan bảo hiểm xã hội (BHXH) chi trả. Hôm nay BHXH tỉnh họp.", VariantKind::late), "");
}

TEST(Variants, AnAbbreviationThatIsExplainedNowhere) {
  EXPECT_EQ(ways(u"Theo HĐND xã thì được. Sau đó HĐND họp.", VariantKind::unexplained), "HĐND 2");
  const auto* const both =
      u"Theo HĐND xã thì được. Sau đó Hội đồng nhân dân họp. Rồi Hội đồng nhân dân về, còn HĐND ở lại, HĐND vui.";
  EXPECT_EQ(ways(both, VariantKind::unexplained), "HĐND 3, Hội đồng nhân dân 2");
  EXPECT_EQ(unified(both, VariantKind::unexplained, 1),
            "Theo Hội đồng nhân dân xã thì được. Sau đó Hội đồng nhân dân họp. Rồi Hội đồng nhân dân về, còn Hội đồng "
            "nhân dân ở lại, Hội đồng nhân dân vui.");
}

TEST(Variants, HeadingsInCapitalsHaveNoAbbreviations) {
  EXPECT_EQ(ways(u"BÁO CÁO TÌNH HÌNH PHÁT TRIỂN KINH TẾ CỦA TỈNH KRÔNG", VariantKind::unexplained), "");
}

TEST(Variants, ThousandsWithFullStopsOrCommas) {
  const auto* const text = u"Chi 1.250.000 đồng và 3,400,000 đồng, rồi 12,500 đồng và 2.000.000 đồng, 5.000 đồng.";
  EXPECT_EQ(ways(text, VariantKind::number), "1.250.000 3, 3,400,000 2");
  EXPECT_EQ(unified(text, VariantKind::number, 0),
            "Chi 1.250.000 đồng và 3.400.000 đồng, rồi 12.500 đồng và 2.000.000 đồng, 5.000 đồng.");
}

TEST(Variants, ASingleCommaIsADecimalOneWhereNothingTellsOtherwise) {
  EXPECT_EQ(ways(u"Chi 1.250.000 đồng cho 12,500 km.", VariantKind::number), "");
}

TEST(Variants, DecimalsWithCommasOrFullStops) {
  const auto* const text = u"Tăng 3,5% rồi 4.2%, đạt 7,25 triệu tấn. Mục 2.1 nói vậy.";
  EXPECT_EQ(ways(text, VariantKind::decimal), "3,5 2, 4.2 1");
  EXPECT_EQ(unified(text, VariantKind::decimal, 0), "Tăng 3,5% rồi 4,2%, đạt 7,25 triệu tấn. Mục 2.1 nói vậy.");
}

TEST(Variants, TheSignOfAHundredthWithASpaceAndWithout) {
  const auto* const text = u"Tăng 5% rồi 6%, sau đó 7 % nữa.";
  EXPECT_EQ(ways(text, VariantKind::percent), "5% 2, 7 % 1");
  EXPECT_EQ(unified(text, VariantKind::percent, 0), "Tăng 5% rồi 6%, sau đó 7% nữa.");
  EXPECT_EQ(unified(text, VariantKind::percent, 1), "Tăng 5 % rồi 6 %, sau đó 7 % nữa.");
}

TEST(Variants, DatesAreWrittenInTheChosenFormat) {
  const auto* const text =
      u"Ngày 2/9/2024 họp, ngày 15/12/2024 họp nữa.\nNgày 03/09/2024 nghỉ.\nHà Nội, ngày 4 tháng 9 năm 2024";
  EXPECT_EQ(ways(text, VariantKind::date), "2/9/2024 2, 03/09/2024 1, 4 tháng 9 năm 2024 1");
  EXPECT_EQ(unified(text, VariantKind::date, 0),
            "Ngày 2/9/2024 họp, ngày 15/12/2024 họp nữa.\nNgày 3/9/2024 nghỉ.\nHà Nội, ngày 4/9/2024");
  EXPECT_EQ(unified(text, VariantKind::date, 2),
            "Ngày 2 tháng 9 năm 2024 họp, ngày 15 tháng 12 năm 2024 họp nữa.\nNgày 3 tháng 9 năm 2024 nghỉ.\nHà Nội, "
            "ngày 4 tháng 9 năm 2024");
}

TEST(Variants, ADateWithoutItsWordGetsOne) {
  EXPECT_EQ(
      unified(u"Họp (5/9/2024) rồi về ngày 4 tháng 9 năm 2024. Ngày 6 tháng 9 năm 2024 nghỉ.", VariantKind::date, 0),
      "Họp (ngày 5 tháng 9 năm 2024) rồi về ngày 4 tháng 9 năm 2024. Ngày 6 tháng 9 năm 2024 nghỉ.");
}

TEST(Variants, MonthsLikewise) {
  const auto* const text = u"Từ tháng 3/2024 đến tháng 5 năm 2024, rồi tháng 6/2024.";
  EXPECT_EQ(ways(text, VariantKind::month), "3/2024 2, 5 năm 2024 1");
  EXPECT_EQ(unified(text, VariantKind::month, 0), "Từ tháng 3/2024 đến tháng 5/2024, rồi tháng 6/2024.");
}

TEST(Variants, OffsetsAreThoseOfTheTextAsHandedIn) {
  // The marks of “Tỉnh” stand decomposed.
  const auto* const text = u"Ti\u0309nh Đắk Lắk và ti\u0309nh Đắc Lắc, rồi Đắk Lắk.";
  EXPECT_EQ(unified(text, VariantKind::name, 0),
            text::to_utf8(u"Ti\u0309nh Đắk Lắk và ti\u0309nh Đắk Lắk, rồi Đắk Lắk."));
}

TEST(Variants, AConsistentTextHasNone) {
  EXPECT_TRUE(shipped_checker()
                  .variants(lines_of(u"Ngày 2/9/2024, tỉnh Đắk Lắk chi 1.500.000 đồng, tăng 3,5%.\nMọi người đều vui."))
                  .empty());
}

}  // namespace
}  // namespace soat::check
