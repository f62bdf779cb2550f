#include "check/suggestions.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::check {
namespace {

TEST(Suggestions, AreReadAsAList) {
  const Suggestions two = {u"nước", u"nược"};
  ASSERT_EQ(two.size(), 2U);
  EXPECT_EQ(two.front(), u"nước");
  EXPECT_EQ(two[1], u"nược");
  std::u16string all;
  for (const std::u16string& one : two) all += one + u";";
  EXPECT_EQ(all, u"nước;nược;");
}

TEST(Suggestions, NoneTakeNoMemory) {
  const Suggestions none;
  EXPECT_TRUE(none.empty());
  EXPECT_EQ(none.begin(), none.end());
  EXPECT_TRUE(none.is_shared_with(Suggestions(std::vector<std::u16string>())));
}

TEST(Suggestions, AreSharedByCopiesUntilOneIsEdited) {
  const Suggestions one = {u"nước"};
  Suggestions copy = one;
  EXPECT_TRUE(copy.is_shared_with(one));
  copy.edit().front() = u"nược";
  EXPECT_EQ(one.front(), u"nước");
  EXPECT_EQ(copy.front(), u"nược");
}

}  // namespace
}  // namespace soat::check
