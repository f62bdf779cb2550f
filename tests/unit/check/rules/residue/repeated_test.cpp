#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(RepeatedLine, FindsACaptionThatStandsTwice) {
  const RuleProbe probe("residue.repeated");
  EXPECT_EQ(probe({u"Đoàn công tác của tỉnh thăm hỏi bà con vùng lũ", u"Lời dẫn.",
                   u"Đoàn công tác tỉnh thăm hỏi bà con ở vùng lũ."}),
            (std::vector<Seen>{{2, "Đoàn công tác tỉnh thăm hỏi bà con ở vùng lũ.", ""}}));
}

TEST(RepeatedLine, LeavesListsRefrainsAndOtherCaptionsAlone) {
  const RuleProbe probe("residue.repeated");
  EXPECT_EQ(probe({u"a) Phạt tiền từ một triệu đến hai triệu đồng khi vi phạm",
                   u"a) Phạt tiền từ một triệu đến hai triệu đồng khi vi phạm"}),
            Nothing());
  EXPECT_EQ(probe({u"Quê hương là chùm khế ngọt", u"Quê hương là chùm khế ngọt"}), Nothing());
  EXPECT_EQ(
      probe({u"Đoàn công tác của tỉnh thăm hỏi bà con vùng lũ", u"Đoàn công tác của tỉnh thăm hỏi bà con vùng hạn"}),
      Nothing());
}

}  // namespace
}  // namespace soat::check
