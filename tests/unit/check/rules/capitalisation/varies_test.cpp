#include <gtest/gtest.h>

#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(CapitalisationVaries, UnifiesWithinADocument) {
  const RuleProbe probe("capitalisation.varies");
  EXPECT_EQ(probe({u"Dự họp có Phó Chủ tịch xã Lê An.", u"Sau đó Phó chủ tịch xã phát biểu.", u"Rồi Phó Giám đốc về."}),
            (std::vector<Seen>{{1, "Phó chủ tịch", "Phó Chủ tịch"}}));
  EXPECT_EQ(probe({u"Hồ sơ nộp ở Ủy ban nhân dân xã.", u"Tòa án Nhân dân huyện xử."}),
            (std::vector<Seen>{{1, "Tòa án Nhân dân", "Tòa án nhân dân"}}));
  // One way throughout is no fault, whichever it is.
  EXPECT_EQ(probe({u"Phó chủ tịch xã đến.", u"Rồi Phó chủ tịch về.", u"Có cả Phó giám đốc."}), Nothing());
  // The other way is the document's.
  EXPECT_EQ(probe({u"Gặp Phó chủ tịch xã.", u"Rồi Phó chủ tịch về, cả Phó Giám đốc nữa."}), Nothing());
  EXPECT_EQ(probe({u"Hai phó chủ tịch và một Phó Chủ tịch."}), Nothing());
}

}  // namespace
}  // namespace soat::check
