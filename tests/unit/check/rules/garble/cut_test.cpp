#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Cut, JoinsWhatALineEndCut) {
  const RuleProbe probe("garble.cut");
  EXPECT_EQ(probe(u"quá trình phát tri- ển kinh tế"), (std::vector<Seen>{{0, "tri- ển", "triển"}}));
  EXPECT_EQ(probe(u"quá trình ngh\niên cứu"), (std::vector<Seen>{{0, "ngh\niên", "nghiên"}}));
  EXPECT_EQ(probe({u"Chúng tôi đang trong quá trình ngh", u"iên cứu và triển khai dự án."}),
            (std::vector<Seen>{{0, "ngh", ""}}));
}

TEST(Cut, LeavesDashesAndListsAlone) {
  const RuleProbe probe("garble.cut");
  EXPECT_EQ(probe(u"phát triển kinh tế- xã hội"), Nothing());
  EXPECT_EQ(probe({u"Các nội dung chính gồm có", u"a) xây dựng kế hoạch năm."}), Nothing());
  EXPECT_EQ(probe({u"Chúng tôi đang xây dựng kế", u"hoạch cho năm sau đó."}), Nothing());
}

TEST(Cut, JoinsTitlesInCapitals) {
  const RuleProbe probe("garble.cut");
  EXPECT_EQ(probe({u"BẢO VỆ NỀN TẢNG TƯ TƯỞ", u"NG CỦA ĐẢNG"}), (std::vector<Seen>{{0, "TƯỞ", ""}}));
  EXPECT_EQ(probe(u"NỀN TẢNG TƯ TƯỞ\nNG CỦA ĐẢNG"), (std::vector<Seen>{{0, "TƯỞ\nNG", "TƯỞNG"}}));
  EXPECT_EQ(probe({u"BAN CHẤP HÀNH", u"TW ĐẢNG"}), Nothing());
  EXPECT_EQ(probe({u"ỦY BAN NHÂN DÂN TỈNH", u"UBND HUYỆN"}), Nothing());
}

}  // namespace
}  // namespace soat::check
