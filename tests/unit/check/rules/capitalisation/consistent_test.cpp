#include <gtest/gtest.h>

#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(CapitalisationConsistent, ComparesThePartiesOfAContract) {
  const RuleProbe probe("capitalisation.consistent");
  EXPECT_EQ(probe({u"Theo đó Bên A giao nhà cho Bên B vào đầu tháng.", u"Hết hạn, nếu bên B muốn ở thì báo Bên A."}),
            (std::vector<Seen>{{1, "bên", "Bên"}}));
  EXPECT_EQ(probe({u"Theo đó Bên A giao nhà cho bên B.", u"Hết hạn thì bên B báo Bên A, cả hai bên ký."}), Nothing());
}

TEST(CapitalisationConsistent, FindsNamesThatStandWithCapitalsElsewhere) {
  const RuleProbe probe("capitalisation.consistent");
  EXPECT_EQ(probe({u"Hôm qua ông Nguyễn Văn Nam đến dự.", u"Sau đó ông nguyễn văn Nam ra về."}),
            (std::vector<Seen>{{1, "nguyễn văn Nam", "Nguyễn Văn Nam"}}));
  EXPECT_EQ(probe({u"Bà Trần Thị Lan rất vui.", u"Nhưng bà trần thị lan không nói."}),
            (std::vector<Seen>{{1, "trần thị lan", "Trần Thị Lan"}}));
  EXPECT_EQ(probe({u"Xã Hoằng Tân đẹp, xã Hoằng Tân giàu.", u"Người xã Hoằng tân rất mến khách."}),
            (std::vector<Seen>{{1, "Hoằng tân", "Hoằng Tân"}}));
}

TEST(CapitalisationConsistent, LeavesOtherWordsAlone) {
  const RuleProbe probe("capitalisation.consistent");
  EXPECT_EQ(probe({u"Chúng tôi dạo quanh Hồ Hoàn Kiếm.", u"Nước hồ Hoàn Kiếm xanh."}), Nothing());
  EXPECT_EQ(probe({u"Người ở xã Hòa An và xã Hòa An.", u"Hòa an ủi bạn."}), Nothing());
  EXPECT_EQ(probe({u"Thăm Nhà Trường", u"Từ Nhà trường ra phố."}), Nothing());
  EXPECT_EQ(probe({u"NGUYỄN VĂN NAM", u"Ông Nguyễn Văn Nam."}), Nothing());
}

}  // namespace
}  // namespace soat::check
