#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/variants/parts.h"
#include "unit/check/variants/ways.h"

namespace soat::check {
namespace {

TEST(VariantDates, DatesAreWrittenInTheChosenFormat) {
  const auto* const text =
      u"Ngày 2/9/2024 họp, ngày 15/12/2024 họp nữa.\nNgày 03/09/2024 nghỉ.\nHà Nội, ngày 4 tháng 9 năm 2024";
  EXPECT_EQ(ways(text, VariantKind::date), "2/9/2024 2, 03/09/2024 1, 4 tháng 9 năm 2024 1");
  EXPECT_EQ(unified(text, VariantKind::date, 0),
            "Ngày 2/9/2024 họp, ngày 15/12/2024 họp nữa.\nNgày 3/9/2024 nghỉ.\nHà Nội, ngày 4/9/2024");
  EXPECT_EQ(unified(text, VariantKind::date, 2),
            "Ngày 2 tháng 9 năm 2024 họp, ngày 15 tháng 12 năm 2024 họp nữa.\nNgày 3 tháng 9 năm 2024 nghỉ.\nHà Nội, "
            "ngày 4 tháng 9 năm 2024");
}

TEST(VariantDates, ADateWithoutItsWordGetsOne) {
  EXPECT_EQ(
      unified(u"Họp (5/9/2024) rồi về ngày 4 tháng 9 năm 2024. Ngày 6 tháng 9 năm 2024 nghỉ.", VariantKind::date, 0),
      "Họp (ngày 5 tháng 9 năm 2024) rồi về ngày 4 tháng 9 năm 2024. Ngày 6 tháng 9 năm 2024 nghỉ.");
}

TEST(VariantDates, MonthsLikewise) {
  const auto* const text = u"Từ tháng 3/2024 đến tháng 5 năm 2024, rồi tháng 6/2024.";
  EXPECT_EQ(ways(text, VariantKind::month), "3/2024 2, 5 năm 2024 1");
  EXPECT_EQ(unified(text, VariantKind::month, 0), "Từ tháng 3/2024 đến tháng 5/2024, rồi tháng 6/2024.");
}

TEST(VariantDates, WhatIsNoDayOrMonthIsNoDate) {
  EXPECT_EQ(ways(u"Ngày 2/9/2024 họp, số 32/13/2024 gửi.", VariantKind::date), "");
  EXPECT_EQ(ways(u"Từ tháng 3/2024 đến tháng 13 năm 2024.", VariantKind::month), "");
  EXPECT_EQ(ways(u"Ngày 2/9/2024 họp, rồi ngày 3 tháng 9", VariantKind::date), "");
}

}  // namespace
}  // namespace soat::check
