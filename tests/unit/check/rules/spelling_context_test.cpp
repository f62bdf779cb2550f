#include <gtest/gtest.h>

#include "../checked.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "spelling.context";

TEST(SpellingContext, FindsWordsThatExistButAreWrongHere) {
  EXPECT_EQ(found(rule, u"Bà là một ca sĩ nỗi tiếng của miền Nam."), "nỗi→nổi");
  EXPECT_EQ(found(rule, u"Quân giặc xâm chiến vùng đất ven biển."), "chiến→chiếm");
  EXPECT_EQ(found(rule, u"Nơi đây có nguồn tài nguyên phóng phú."), "phóng→phong");
}

TEST(SpellingContext, FindsErrorsSideBySide) {
  EXPECT_EQ(found(rule, u"Cán bộ xã đã bổ xung hồ sơ và sử lý vi phạm theo quy định."), "xung→sung; sử→xử");
}

TEST(SpellingContext, LeavesCorrectTextAlone) {
  EXPECT_EQ(found(rule, u"Ủy ban nhân dân tỉnh đã ban hành quyết định phê duyệt kế hoạch."), "");
  EXPECT_EQ(found(rule, u"Ông Nguyễn Văn Hưng gặp bà Trần Thị Hằng ở xã Tân Lập."), "");
  EXPECT_EQ(found(rule, u"Nỗi buồn ấy theo anh suốt những năm dài."), "");
}

TEST(SpellingContext, LeavesStylesOfSpellingAlone) {
  EXPECT_EQ(found(rule, u"Bác sỹ khám cho nghệ sĩ, công ty quản lí rất kĩ."), "");
  EXPECT_EQ(found(rule, u"Hai bên ký hoà ước, sức khoẻ của mọi người đều tốt."), "");
}

TEST(SpellingContext, SuggestsInTheLetterCaseOfTheText) {
  EXPECT_EQ(found(rule, u"Cải tiến kỷ thuật là việc cần làm."), "kỷ→kỹ");
  EXPECT_EQ(found(rule, u"Sử lý vi phạm hành chính theo quy định."), "Sử→Xử");
}

}  // namespace
}  // namespace soat::check
