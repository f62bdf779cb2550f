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

TEST(OcrDigit, ReadsLettersAsDigitsInDatesAndBeforeWhatIsCounted) {
  EXPECT_EQ(found(rule, u"Đến năm 2O17, từ tháng l2 và ngày O8/3."), "2O17→2017; l2→12; O8→08");
  EXPECT_EQ(found(rule, u"Lớp có 4O người, học từ l7 giờ, trả 1OO đồng."), "4O→40; l7→17; 1OO→100");
}

TEST(OcrDigit, LeavesCodesGasesAndMeasuresAlone) {
  EXPECT_EQ(found(rule, u"Thở khí O2 người khoẻ hơn; mỗi nhà 5l người ta cho; nóng 30o ngày hè."), "");
  EXPECT_EQ(found(rule, u"Phòng 3O tầng hai, mã 1O2B, xe L5 giờ này, lô l0 đã bán, năm lo toan, ngày lOl."), "");
}

}  // namespace
}  // namespace soat::check
