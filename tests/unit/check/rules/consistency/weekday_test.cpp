#include <gtest/gtest.h>

#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(ConsistencyWeekday, FindsTheDayOfAnotherDate) {
  const RuleProbe probe("consistency.weekday");
  EXPECT_EQ(probe(u"Lễ bế giảng diễn ra vào Thứ Hai, ngày 25/06/2021."),
            (std::vector<Seen>{{0, "Thứ Hai", "Thứ Sáu"}}));
  EXPECT_EQ(probe(u"Họp lúc 8 giờ thứ 3, 25-6-2021"), (std::vector<Seen>{{0, "thứ 3", "thứ 6"}}));
  EXPECT_EQ(probe(u"Sáng thứ bảy (ngày 25 tháng 6 năm 2021), cả xóm họp."),
            (std::vector<Seen>{{0, "thứ bảy", "thứ sáu"}}));
  EXPECT_EQ(probe(u"Chủ nhật, 25.6.2021"), (std::vector<Seen>{{0, "Chủ nhật", "Thứ sáu"}}));
}

TEST(ConsistencyWeekday, LeavesRightDaysAndOtherNumbersAlone) {
  const RuleProbe probe("consistency.weekday");
  for (const std::u16string_view text :
       {u"Lễ bế giảng diễn ra vào Thứ Sáu, ngày 25/06/2021.", u"Chủ nhật, 27-6-2021.",
        // The second time, and not a Monday.
        u"Kỳ họp thứ hai, ngày 25/06/2021.", u"Lần thứ ba (25/6/2021) ông mới nhận lời.",
        // Right where the month stands first.
        u"Thứ Sáu, 12/11/2020.", u"Thứ hai, 25/6.", u"Thứ Hai, ngày 25/06/2021 (tức 16/5 âm lịch)."}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(ConsistencyWeekday, FindsDatesThatNoCalendarHas) {
  const RuleProbe dates("consistency.date", nullptr, Scope::whole, RuleProbe::Run::shipped);
  EXPECT_EQ(dates(u"Hợp đồng ký ngày 31/02/2020."), (std::vector<Seen>{{0, "31/02/2020", ""}}));
  EXPECT_EQ(dates(u"Họp ngày 29 tháng 2 năm 2021 tại xã."), (std::vector<Seen>{{0, "29 tháng 2 năm 2021", ""}}));
  EXPECT_EQ(dates(u"Nộp trước ngày 31/4."), (std::vector<Seen>{{0, "31/4", ""}}));
  for (const std::u16string_view text :
       {u"Họp ngày 29/02/2020 tại xã.", u"Nghị định 31/02/2020/NĐ-CP.", u"Tỷ số 31/4 là quá cao.",
        u"Giỗ tổ vào ngày 30/2 âm lịch.", u"Tháng 2 không có ngày 30/2/2021.", u"Phiên bản 30.2.2021.5"}) {
    EXPECT_EQ(dates(text), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
