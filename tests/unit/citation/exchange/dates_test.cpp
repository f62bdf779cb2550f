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

TEST(ReadDate, OfEdtf) {
  const auto read = [](const char* text) { return read_date_or_range(text).dump(); };
  EXPECT_EQ(read("1999?"), R"({"circa":true,"date-parts":[[1999]]})");
  EXPECT_EQ(read("1999~/2001"), R"({"date-parts":[[1999],[2001]]})");
  EXPECT_EQ(read("2004-06%"), R"({"circa":true,"date-parts":[[2004,6]]})");
  EXPECT_EQ(read("-0044"), R"({"date-parts":[[-45]]})");
  EXPECT_EQ(read("-0044-03-15"), R"({"date-parts":[[-45,3,15]]})");
  EXPECT_EQ(read("2001-21"), R"({"date-parts":[[2001]],"season":1})");
  EXPECT_EQ(read("2001-24"), R"({"date-parts":[[2001]],"season":4})");
  EXPECT_EQ(read("2001-25"), R"({"date-parts":[[2001]]})");
  for (const char* none : {"", "?", "~", "-", "-1", "/", "199X"}) EXPECT_EQ(read(none), "null") << none;
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
