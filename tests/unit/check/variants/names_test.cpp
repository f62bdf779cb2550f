#include <gtest/gtest.h>

#include "unit/check/variants/variant_groups.h"

namespace soat::check {
namespace {

TEST(VariantNames, NamesAreGroupedWithWhatMostPlacesHaveFirst) {
  const auto* const text = u"Tỉnh Đắk Lắk và tỉnh Đắc Lắc. Đắk Lắk có nhiều cà phê.";
  EXPECT_EQ(ways(text, VariantKind::name), "Đắk Lắk 2, Đắc Lắc 1");
  EXPECT_EQ(unified(text, VariantKind::name, 0), "Tỉnh Đắk Lắk và tỉnh Đắk Lắk. Đắk Lắk có nhiều cà phê.");
}

TEST(VariantNames, ANameOfThreeWordsIsOneGroup) {
  EXPECT_EQ(ways(u"Bà Trần Mỹ Lệ nói. Theo bà Trần Mĩ Lệ thì đúng. Bà Trần Mỹ Lệ về.", VariantKind::name),
            "Trần Mỹ 2, Trần Mĩ 1");
}

TEST(VariantNames, NamesThatMarksTellApartAreTwo) {
  EXPECT_EQ(ways(u"Anh Nguyễn Hùng gặp anh Nguyễn Hưng.", VariantKind::name), "");
}

TEST(VariantNames, OffsetsAreThoseOfTheTextAsHandedIn) {
  // The marks of “Tỉnh” stand decomposed.
  const auto* const text = u"Ti\u0309nh Đắk Lắk và ti\u0309nh Đắc Lắc, rồi Đắk Lắk.";
  EXPECT_EQ(unified(text, VariantKind::name, 0),
            text::to_utf8(u"Ti\u0309nh Đắk Lắk và ti\u0309nh Đắk Lắk, rồi Đắk Lắk."));
}

}  // namespace
}  // namespace soat::check
