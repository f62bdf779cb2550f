#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(GarbleDoubled, FindsTheKindOfABodyTwice) {
  const RuleProbe probe("garble.doubled");
  EXPECT_EQ(probe(u"Áo của Đội Đội Bông Lúa màu xanh."), (std::vector<Seen>{{0, "Đội Đội", "Đội"}}));
  EXPECT_EQ(probe(u"Áo của Đoàn Đoàn Bông Lúa màu vàng."), (std::vector<Seen>{{0, "Đoàn Đoàn", "Đoàn"}}));
  EXPECT_EQ(probe(u"Đại Hội Hội Nông dân họp."), Nothing());
}

TEST(Doubled, FindsWordsAndPhrasesThatStandTwice) {
  const RuleProbe probe("garble.doubled");
  EXPECT_EQ(probe(u"Đây là quyền lợi của của người dân."), (std::vector<Seen>{{0, "của của", "của"}}));
  EXPECT_EQ(probe(u"Chúng tôi thực hiện thực hiện nhiệm vụ."),
            (std::vector<Seen>{{0, "thực hiện thực hiện", "thực hiện"}}));
  EXPECT_EQ(probe(u"Các các đơn vị phải báo cáo."), (std::vector<Seen>{{0, "Các các", "Các"}}));
  EXPECT_EQ(probe(u"nơi mà trên địa bàn tỉnh trên địa bàn tỉnh có mưa"),
            (std::vector<Seen>{{0, "trên địa bàn tỉnh trên địa bàn tỉnh", "trên địa bàn tỉnh"}}));
}

TEST(Doubled, KnowsReduplication) {
  const RuleProbe probe("garble.doubled");
  for (const std::u16string_view text :
       {u"Trời xanh xanh, gió thổi từ từ.", u"Ngày ngày bà vẫn ra đồng, đời đời nhớ ơn.", u"Họ đi đi lại lại suốt đêm.",
        u"Mưa rơi tí tách tí tách ngoài hiên.", u"Tiến lên từng bước từng bước một.", u"Ha ha ha ha, vui quá!",
        u"Số nhà năm năm, phòng hai hai."}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(Doubled, KnowsPhrasesThatMeetAndNames) {
  const RuleProbe probe("garble.doubled");
  for (const std::u16string_view text : {u"Đây là hành vi vi phạm pháp luật.", u"Sở Giáo dục và Đào tạo Hà Nội Hà Nội",
                                         u"Ông về tỉnh Tỉnh ủy mời.", u"Chúng tôi bắt đầu đầu tư vào nhà máy.",
                                         u"khắp nơi, “nhà nhà” đều vui", u"Xin, xin đừng nói của, của ai cả."}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(Doubled, LeavesCompoundsThatMeetAlone) {
  EXPECT_EQ(found("garble.doubled", u"Các em phát hiện hiện vật cổ, cán bộ bộ đội cùng phụ nữ nữ công đến xem."), "");
  EXPECT_EQ(found("garble.doubled", u"Hội nghị công nhân nhân dịp ngày truyền thống."), "");
  EXPECT_EQ(found("garble.doubled", u"Họ đã thực hiện hiện các việc do do Ban giao."), "hiện hiện→hiện; do do→do");
}

}  // namespace
}  // namespace soat::check
