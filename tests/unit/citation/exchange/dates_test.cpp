#include "citation/exchange/dates.h"

#include <gtest/gtest.h>

#include <string>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

TEST(ReadDate, WrittenInManyWays) {
  const auto date = [](const char* text) { return read_date(text).dump(); };
  EXPECT_EQ(date("7 March 2019"), R"({"date-parts":[[2019,3,7]]})");
  EXPECT_EQ(date("2019 Mar 7"), R"({"date-parts":[[2019,3,7]]})");
  EXPECT_EQ(date("Mar 2019"), R"({"date-parts":[[2019,3]]})");
  EXPECT_EQ(date("7 tháng 3, 2019"), R"({"date-parts":[[2019,3,7]]})");
  EXPECT_EQ(date("2019///Spring"), R"({"date-parts":[[2019]]})");
}

TEST(VisibleDate, BehindTheNameOfADayOrBeforeATime) {
  EXPECT_EQ(visible_date("Tin mới Thứ Ba, 07/03/2019 nước lên"), "2019-03-07");
  EXPECT_EQ(visible_date("Chủ nhật, ngày 7 tháng 3 năm 2019"), "2019-3-7");
  EXPECT_EQ(visible_date("Thứ Năm, 3 tháng 5, 2012"), "2012-5-3");
  EXPECT_EQ(visible_date("Ngày đăng: 7-3-2019"), "2019-3-7");
  EXPECT_EQ(visible_date("7/3/2019 | 08:15"), "2019-3-7");
  for (const char* none :
       {"họp ngày mai", "7/3/2019", "Thứ 7, 2019", "Thứ Bangàymaitháng, 7/3/2019", "37/3/2019 08:15"})
    EXPECT_EQ(visible_date(none), "") << none;
}

TEST(VisibleDate, LongWordsDoNoHarm) {
  EXPECT_EQ(visible_date("Thứ " + std::string(1'000'000, '1')), "");
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "Thứ ệệệệệệệệ ";
  EXPECT_EQ(visible_date(many), "");
}

}  // namespace
}  // namespace soat::citation
