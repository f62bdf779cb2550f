#include "check/shared_value.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::check {
namespace {

TEST(Shared, IsEmptyAtFirst) {
  const Shared<std::string> none;
  EXPECT_EQ(*none, "");
  EXPECT_EQ(none, Shared<std::string>());
}

TEST(Shared, IsSharedByCopiesUntilOneIsEdited) {
  Shared<std::string> one = std::string("nước");
  Shared<std::string> copy = one;
  EXPECT_TRUE(copy.is_shared_with(one));
  copy.edit() += " ngọt";
  EXPECT_EQ(*one, "nước");
  EXPECT_EQ(*copy, "nước ngọt");
  EXPECT_FALSE(copy.is_shared_with(one));
  EXPECT_NE(copy, one);
  const std::string* const place = &*copy;
  copy.edit() += ".";
  EXPECT_EQ(&*copy, place) << "copied though no other has it";
}

TEST(Shared, IsEqualByValue) {
  const Shared<std::string> one = std::string("nước");
  const Shared<std::string> other = std::string("nước");
  EXPECT_EQ(one, other);
  EXPECT_FALSE(one.is_shared_with(other));
}

}  // namespace
}  // namespace soat::check
