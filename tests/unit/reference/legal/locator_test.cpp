#include "reference/legal/locator.h"

#include <gtest/gtest.h>

namespace soat::reference::legal {
namespace {

TEST(LegalLocator, NamesPartsOfADocument) {
  const Line line(u"điểm a khoản 2 Điều 5 của Luật");
  EXPECT_EQ(line.slice(0, locator_end(line, 0)), u"điểm a khoản 2 Điều 5");
  const auto before = locator_before(line, 7, 0);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->end, 6U);
}

}  // namespace
}  // namespace soat::reference::legal
