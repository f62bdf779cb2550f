#include "reference/legal/law_name.h"

#include <gtest/gtest.h>

namespace soat::reference::legal {
namespace {

TEST(LawName, MayHoldACommaThatIsKnown) {
  bool sure = false;
  const Line known(u"Phòng, chống tham nhũng năm 2018");
  EXPECT_EQ(known.slice(0, name_end(known, 0, sure)), u"Phòng, chống tham nhũng");
  EXPECT_TRUE(sure);
  const Line other(u"Đất đai, người sử dụng đất có quyền");
  EXPECT_EQ(other.slice(0, name_end(other, 0, sure)), u"Đất đai");
  EXPECT_FALSE(sure);
}

}  // namespace
}  // namespace soat::reference::legal
