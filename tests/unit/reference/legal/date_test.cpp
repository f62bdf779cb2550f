#include "reference/legal/date.h"

#include <gtest/gtest.h>

#include <tuple>

namespace soat::reference::legal {
namespace {

std::tuple<int, int, int> date(std::u16string_view text) {
  const auto found = date_at(Line(text), 0);
  if (!found) return {};
  return {found->value.year, found->value.month, found->value.day};
}

TEST(LegalDate, ComesInWordsAndDigits) {
  EXPECT_EQ(date(u"ngày 05 tháng 3 năm 2020"), std::tuple(2020, 3, 5));
  EXPECT_EQ(date(u"ngày 22/10/18"), std::tuple(2018, 10, 22));
  EXPECT_EQ(date(u"tháng 3/2020"), std::tuple(2020, 3, 0));
  EXPECT_EQ(date(u"ngày … tháng … năm 2020"), std::tuple(2020, 0, 0));
  EXPECT_EQ(date(u"ngày 32/3/2020"), std::tuple(0, 0, 0));
}

}  // namespace
}  // namespace soat::reference::legal
