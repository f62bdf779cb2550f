#include <gtest/gtest.h>

#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(ConsistencyNumbering, FindsNumbersThatAreSkipped) {
  const RuleProbe probe("consistency.numbering");
  EXPECT_EQ(probe(u"Một là giữ vệ sinh chung. Ba là đóng quỹ đúng hạn."), (std::vector<Seen>{{0, "Ba là", ""}}));
  EXPECT_EQ(probe(u"Tổ ta cần: một là, quét ngõ; hai là tưới cây; bốn là thay bóng đèn."),
            (std::vector<Seen>{{0, "bốn là", ""}}));
  EXPECT_EQ(probe({u"Thứ nhất, chọn giống tốt.", u"Thứ ba, bón phân đúng lúc."}),
            (std::vector<Seen>{{1, "Thứ ba", ""}}));
  EXPECT_EQ(probe({u"Hình 1. Cổng đình", u"Hình 2. Sân đình", u"Hình 4. Giếng làng"}),
            (std::vector<Seen>{{2, "Hình 4", ""}}));
}

TEST(ConsistencyNumbering, LeavesWholeSeriesAndOtherNumbersAlone) {
  const RuleProbe probe("consistency.numbering");
  for (const std::u16string_view text :
       {u"Một là giữ vệ sinh chung, hai là tiết kiệm điện. Ba là đóng quỹ đúng hạn.",
        u"Thứ nhất, chọn giống tốt. Thứ ba, ngày 5 tháng 3, cả tổ họp.",
        // Somebody's words taken from the middle of a series.
        u"Ba là đóng quỹ đúng hạn. Năm là giúp nhau ngày mùa.", u"Một là con, ba là cha."}) {
    EXPECT_EQ(probe(text), Nothing());
  }
  EXPECT_EQ(probe({u"Hình 1. Cổng đình", u"Hình 3. Giếng làng"}), Nothing());
  EXPECT_EQ(probe({u"Hình 1. Cổng", u"Hình 2. Sân", u"Hình 4 cho thấy giếng làng."}), Nothing());
}

}  // namespace
}  // namespace soat::check
