#include "citation/exchange/json_depth.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::citation {
namespace {

TEST(TooDeep, SixtyFourIsNot) {
  EXPECT_FALSE(too_deep(std::string(64, '[') + std::string(64, ']')));
  EXPECT_EQ(too_deep(std::string(65, '[')), 64U);
  EXPECT_EQ(too_deep(" " + std::string(64, '{') + "["), 65U);
}

TEST(TooDeep, WhatIsClosedDoesNotCount) {
  std::string wide = "[";
  for (int i = 0; i < 1000; ++i) wide += "[],{},";
  EXPECT_FALSE(too_deep(wide + "]"));
  EXPECT_FALSE(too_deep(std::string(1000, ']')));
}

TEST(TooDeep, BracketsInTextsDoNotCount) {
  EXPECT_FALSE(too_deep("\"" + std::string(100, '[') + "\""));
  EXPECT_FALSE(too_deep(R"(["\"[[[)" + std::string(100, '[')));
  EXPECT_TRUE(too_deep(R"("\\")" + std::string(100, '[')));
  EXPECT_FALSE(too_deep(""));
  EXPECT_FALSE(too_deep("\"\\"));
}

}  // namespace
}  // namespace soat::citation
