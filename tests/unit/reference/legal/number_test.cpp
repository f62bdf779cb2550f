#include "reference/legal/number.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::reference::legal {
namespace {

std::u16string number(std::u16string_view text) {
  const auto found = number_at(Line(text), 0);
  return found ? found->text : u"";
}

TEST(LegalNumber, IsASymbolOrANumberAndNoDate) {
  EXPECT_EQ(number(u"30/2020/NĐ-CP ngày"), u"30/2020/NĐ-CP");
  EXPECT_EQ(number(u"50 NQ/TW về"), u"50-NQ/TW");
  EXPECT_EQ(number(u"45/2019/QH 14"), u"45/2019/QH14");
  EXPECT_EQ(number(u"1234/QĐ-TTg - Về việc"), u"1234/QĐ-TTg");
  EXPECT_EQ(number(u"100/2019 ngày"), u"100/2019");
  EXPECT_EQ(number(u"05/3/2020"), u"");
  EXPECT_EQ(number(u"Nghị định"), u"");
}

}  // namespace
}  // namespace soat::reference::legal
