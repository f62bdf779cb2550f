#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "garble.ocr-digit";

TEST(OcrDigit, ReadsLettersAsDigitsInNumbersOfParts) {
  EXPECT_EQ(found(rule, u"Điều l. Phạm vi áp dụng"), "l→1");
  EXPECT_EQ(found(rule, u"Theo khoản l Điều lO, khoản 2 Điều L."), "l→1; lO→10; L→1");
  EXPECT_EQ(found(rule, u"Xem Điều 1O và trang l2, Chương l"), "1O→10; l2→12; l→I");
}

TEST(OcrDigit, LeavesPointsNumeralsAndWordsAlone) {
  EXPECT_EQ(found(rule, u"Theo điểm l khoản 3; Mục II, phụ lục I, Điều I, Chương L."), "");
  EXPECT_EQ(found(rule, u"Phần lớn là điều lo; khoản lo nhất, bảng Oi, mục lục, trang lẻ, 5 l nước, chữ l."), "");
}

}  // namespace
}  // namespace soat::check
