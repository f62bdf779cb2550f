#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(UnsourcedQuote, FindsLongQuotationsWithoutSource) {
  const RuleProbe probe("citation.unsourced-quote");
  const std::u16string quote =
      u"“Con nước lớn về ngang bến cũ mang theo phù sa đỏ và những chuyến ghe đầy trái cây từ miệt vườn xuống chợ, ai "
      u"cũng mừng vì mùa này được giá”";
  EXPECT_EQ(probe(u"Mùa nước nổi thật vui. " + quote + u".").size(), 1U);
  EXPECT_EQ(probe(u"Ông đứng bên bến cũ. " + quote + u"."), Nothing());  // a capital outside ASCII too
  EXPECT_EQ(probe(u"Cụ Tư viết: " + quote + u"."), Nothing());
  EXPECT_EQ(probe(u"Mùa nước nổi thật vui. " + quote + u" [4]."), Nothing());
  EXPECT_EQ(probe(u"Người ta gọi đó là “mùa nước nổi”."), Nothing());
}

}  // namespace
}  // namespace soat::check
