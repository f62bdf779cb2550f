#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(LookAlike, FindsForeignLettersInVietnameseWords) {
  const RuleProbe probe("encoding.look-alike");
  EXPECT_EQ(probe(u"Thủ Ðô là Hà Nội"), (std::vector<Seen>{{0, "Ðô", "Đô"}}));
  EXPECT_EQ(probe(u"kế h\u043Eạch năm"), (std::vector<Seen>{{0, "h\u043Eạch", "hoạch"}}));
  EXPECT_EQ(probe(u"nhà nƣớc, ĐƢỢC"), (std::vector<Seen>{{0, "nƣớc", "nước"}, {0, "ĐƢỢC", "ĐƯỢC"}}));
  EXPECT_EQ(probe(u"Ｖiệt Nam"), (std::vector<Seen>{{0, "Ｖiệt", "Việt"}}));
}

TEST(LookAlike, LeavesForeignWordsAlone) {
  const RuleProbe probe("encoding.look-alike");
  EXPECT_EQ(probe(u"Tiếng Nga: Москва, со; tiếng Hy Lạp: λόγος; hằng số π, góc α"), Nothing());
  EXPECT_EQ(probe(u"Þingvellir, Seyðisfjörður ở Iceland"), Nothing());
}

}  // namespace
}  // namespace soat::check
