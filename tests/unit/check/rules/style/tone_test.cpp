#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(ToneStyle, FindsTheMinority) {
  const RuleProbe probe("style.tone");
  EXPECT_EQ(probe({u"Cả nhà hòa thuận, khỏe mạnh.", u"Thủy triều lên, hoà bình đến, tòa nhà mọc."}),
            (std::vector<Seen>{{1, "hoà", "hòa"}}));
  EXPECT_EQ(probe({u"hoà khoẻ thuỷ TÒA"}), (std::vector<Seen>{{0, "TÒA", "TOÀ"}}));
}

TEST(ToneStyle, WantsAClearMajority) {
  const RuleProbe probe("style.tone");
  EXPECT_EQ(probe({u"hòa thuận, khoẻ mạnh, tòa nhà, thuỷ triều"}), Nothing());
  EXPECT_EQ(probe({u"hòa bình, toán, quý, quả, hoàn toàn, khoẻ"}), Nothing());
}

}  // namespace
}  // namespace soat::check
