#include "cli/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::cli {
namespace {

TEST(Glob, StandsForItself) {
  EXPECT_TRUE(matches_glob("bài.txt", "bài.txt"));
  EXPECT_FALSE(matches_glob("bài.txt", "bài.tx"));
  EXPECT_FALSE(matches_glob("bài.tx", "bài.txt"));
  EXPECT_TRUE(matches_glob("", ""));
  EXPECT_FALSE(matches_glob("", "a"));
  EXPECT_FALSE(matches_glob("a", ""));
}

TEST(Glob, AStarIsAnything) {
  EXPECT_TRUE(matches_glob("*", ""));
  EXPECT_TRUE(matches_glob("*", ".ẩn"));
  EXPECT_TRUE(matches_glob("*.txt", "bài.txt"));
  EXPECT_FALSE(matches_glob("*.txt", "bài.txt.bak"));
  EXPECT_TRUE(matches_glob("a*b*c", "aXbXbYc"));
  EXPECT_FALSE(matches_glob("a*b*c", "aXcXb"));
  EXPECT_TRUE(matches_glob("**", "a"));
}

TEST(Glob, AQuestionMarkIsOneByte) {
  EXPECT_TRUE(matches_glob("a?c", "abc"));
  EXPECT_FALSE(matches_glob("a?c", "ac"));
  EXPECT_FALSE(matches_glob("?", ""));
}

TEST(Glob, ASetIsOneOfItsBytes) {
  EXPECT_TRUE(matches_glob("[abc]", "b"));
  EXPECT_FALSE(matches_glob("[abc]", "d"));
  EXPECT_TRUE(matches_glob("[a-c]x", "bx"));
  EXPECT_FALSE(matches_glob("[!a-c]", "b"));
  EXPECT_TRUE(matches_glob("[^a-c]", "d"));
  EXPECT_TRUE(matches_glob("[]]", "]"));
  EXPECT_TRUE(matches_glob("[a-]", "-"));
  EXPECT_TRUE(matches_glob("[[:digit:]][[:upper:]]", "7A"));
  EXPECT_FALSE(matches_glob("[[:digit:]]", "a"));
  EXPECT_TRUE(matches_glob("[\\]]", "]"));
}

TEST(Glob, ASetWithoutItsEndIsABracket) {
  EXPECT_TRUE(matches_glob("[ab", "[ab"));
  EXPECT_FALSE(matches_glob("[ab", "a"));
  EXPECT_TRUE(matches_glob("[", "["));
}

TEST(Glob, ABackslashTakesTheMeaning) {
  EXPECT_TRUE(matches_glob("\\*", "*"));
  EXPECT_FALSE(matches_glob("\\*", "a"));
  EXPECT_FALSE(matches_glob("a\\", "a\\"));
}

TEST(Glob, ManyStarsCostNoMoreThanTheirNumber) {
  std::string pattern;
  for (int i = 0; i < 1000; ++i) pattern += "a*";
  EXPECT_FALSE(matches_glob(pattern + "b", std::string(20000, 'a')));
}

}  // namespace
}  // namespace soat::cli
