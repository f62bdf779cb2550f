#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(CapitalisationHalfName, FindsTheHalfOfANameThatLacksItsCapital) {
  const RuleProbe probe("capitalisation.half-name");
  EXPECT_EQ(probe(u"Cả đoàn dừng chân thắp hương ở Ngã ba Đồng lộc từ sáng sớm."),
            (std::vector<Seen>{{0, "Đồng lộc", "Đồng Lộc"}}));
  EXPECT_EQ(probe(u"Quán phở nằm trên đường Cao thắng, ngay đầu hẻm."),
            (std::vector<Seen>{{0, "Cao thắng", "Cao Thắng"}}));
  EXPECT_EQ(probe(u"Hai anh em ra biển mỹ Khê tắm từ sớm."), (std::vector<Seen>{{0, "mỹ Khê", "Mỹ Khê"}}));
}

TEST(CapitalisationHalfName, LeavesAloneWhatIsRight) {
  const RuleProbe probe("capitalisation.half-name");
  for (const std::u16string_view text :
       {u"Anh Nam nói chị Hoa đi chợ rồi.", u"Họ ra biển Đông đánh bắt cá ngừ.", u"Lớp học vào Thứ bảy và Chủ nhật.",
        u"Chị đọc báo Lao Động sáng nay.", u"Trái đất quay quanh Mặt trời."})
    EXPECT_EQ(probe(text), Nothing());
}

TEST(CapitalisationHalfName, LeavesTitlesAlone) {
  const RuleProbe probe("capitalisation.half-name");
  EXPECT_EQ(probe(u"Hướng Dẫn Đi Xe Từ Hà nội Vào Huế Cho Người Mới"), Nothing());
}

}  // namespace
}  // namespace soat::check
