#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "spelling.context";

TEST(SpellingContext, FindsWordsThatExistButAreWrongHere) {
  EXPECT_EQ(found(rule, u"Nhà máy đã đưa vào hoạt đông từ tháng trước."), "đông→động");
  EXPECT_EQ(found(rule, u"Quân giặc đánh chiến vùng đất ven biển."), "chiến→chiếm");
  EXPECT_EQ(found(rule, u"Nơi đây có nguồn tài nguyên phóng phú."), "phóng→phong");
}

TEST(SpellingContext, FindsErrorsSideBySide) {
  EXPECT_EQ(found(rule, u"Cán bộ xã đã kiểm tra hồ xơ và lập biên bãn vi phạm."), "xơ→sơ; bãn→bản");
}

// The words around tell nothing of it, and the phrase is in no table.
TEST(SpellingContext, FindsWhatMakesNoCompoundWhereAWordThatSoundsAlikeDoes) {
  EXPECT_EQ(found(rule, u"Hai tên cướp chấn lột khách đi đường trong đêm."), "chấn→trấn");
  EXPECT_EQ(found(rule, u"Hai anh em thả con tàu giấy xuôi ròng."), "ròng→dòng");
  EXPECT_EQ(found(rule, u"Văn bản này có hựu lực từ tháng sau."), "hựu→hiệu");
  EXPECT_EQ(found(rule, u"Công cụ này tăng cấp nhật ký của máy."), "");
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

TEST(SpellingContext, LeavesForeignNamesWrittenByTheirSyllablesAlone) {
  EXPECT_EQ(found(rule, u"Rạp xiếc Đu – rốp và tác giả Mắc – xim Gooc – ki.", Profile::strict), "");
}

TEST(SpellingContext, SuggestsInTheLetterCaseOfTheText) {
  EXPECT_EQ(found(rule, u"Cả lớp chăm chú nghe tiếng chống trường."), "chống→trống");
  EXPECT_EQ(found(rule, u"Múc đích của việc này rất rõ."), "Múc→Mục");
}

TEST(SpellingContext, TellsOfKInNamesOfTheHighlandsOnlyWhereTheNameIsKnownWithC) {
  EXPECT_EQ(found(rule, u"Xã Kong Pla, thị trấn Kông Chro.", Profile::strict), "");
  EXPECT_EQ(found(rule, u"Họ ở TP. Kà Mau."), "Kà→Cà");
  EXPECT_EQ(found(rule, u"Bộ Kông an họp sáng nay."), "Kông→Công");
}

}  // namespace
}  // namespace soat::check
