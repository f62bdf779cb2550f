#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "spelling.split";

TEST(SpellingSplit, FindsASyllableInTwoPieces) {
  EXPECT_EQ(found(rule, u"Việc này đã đ ược làm xong."), "đ ược→được");
  EXPECT_EQ(found(rule, u"Nhóm nghi ên cứu đã công bố kết quả."), "nghi ên→nghiên");
  EXPECT_EQ(found(rule, u"Các bạn nh ững ngày qua rất vui."), "nh ững→những");
}

TEST(SpellingSplit, LeavesPointsOfLawVariablesAndMoneyAlone) {
  EXPECT_EQ(found(rule, u"Theo điểm a khoản 2 và điểm b khoản 3, phạt 500 đ ở mức thấp."), "");
  EXPECT_EQ(found(rule, u"Gọi n là số cạnh, x ở giữa và y ở cuối."), "");
}

// "triể", "t" and "a" leave open what was meant; a single letter may be a point of law.
TEST(SpellingSplit, TheWordsBesideDecideWhatTheLettersLeaveOpen) {
  EXPECT_EQ(found(rule, u"Kinh t ế hộ ở đây phát triể n mạnh."), "t ế→tế; triể n→triển");
  EXPECT_EQ(found(rule, u"Gia đìn h nào cũng vui."), "đìn h→đình");
  EXPECT_EQ(found(rule, u"Nhờ sự giúp đỡ củ a bà con, các em đã đi họ c."), "củ a→của; họ c→học");
  EXPECT_EQ(found(rule, u"Đây là ý kiến của tổ a, còn lớp b ở xa nên đến sau."), "");
  EXPECT_EQ(found(rule, u"Loại vitamin c này có ở quả mơ."), "");
}

TEST(SpellingSplit, JoinsWhatIsNoWordWithoutItsEnd) {
  EXPECT_EQ(found(rule, u"TƯ TƯỞ NG HỒ CHÍ MINH"), "TƯỞ NG→TƯỞNG");
  EXPECT_EQ(found(rule, u"Tư tưở ng của các bậc tiền bối."), "tưở ng→tưởng");
  EXPECT_EQ(found(rule, u"BÁO CÁO CỦA TS NGUYỄN VĂN A, KỸ SƯ NG VĂN BA, PHÒNG TC HÀNH CHÍNH"), "");
}

TEST(SpellingSplit, JoinsSyllablesInThreePiecesAndMore) {
  EXPECT_EQ(found("spelling.split", u"v ớ i n ướ c"), "v ớ i→với; n ướ c→nước");
  EXPECT_EQ(found("spelling.split", u"Chúng em đ ồ n g ý."), "đ ồ n g→đồng");
  EXPECT_EQ(found("spelling.split", u"Chọn a b c d, rồi x ở y; tổ a ở ô m."), "");
}

}  // namespace
}  // namespace soat::check
