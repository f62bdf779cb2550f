#include "cli/path_patterns.h"

#include <gtest/gtest.h>

#include "cli/nearest.h"

namespace soat::cli {
namespace {

using Verdict = PathPatterns::Verdict;

Verdict judge(std::string_view lines, std::string_view path, bool is_folder = false) {
  PathPatterns patterns;
  patterns.add_lines(lines);
  return patterns.judge(path, is_folder);
}

TEST(PathPatterns, MatchAsGitDoes) {
  EXPECT_EQ(judge("*.txt", "a/b/c.txt"), Verdict::excluded);
  EXPECT_EQ(judge("/*.txt", "a/c.txt"), Verdict::none);
  EXPECT_EQ(judge("a/*.txt", "a/c.txt"), Verdict::excluded);
  EXPECT_EQ(judge("a/**/c.txt", "a/c.txt"), Verdict::excluded);
  EXPECT_EQ(judge("a/**", "a/x/y.txt"), Verdict::excluded);
  EXPECT_EQ(judge("a/**", "a", true), Verdict::none);
  EXPECT_EQ(judge("a/**\n!a/x.txt\n", "a/x.txt"), Verdict::included);
  EXPECT_EQ(judge("**", "x"), Verdict::excluded);
  EXPECT_EQ(judge("build/", "build"), Verdict::none);
  EXPECT_EQ(judge("build/", "x/build", true), Verdict::excluded);
  EXPECT_EQ(judge("*.txt\n!keep.txt\n", "a/keep.txt"), Verdict::included);
  EXPECT_EQ(judge("# *.txt\n\n\\#a\n", "#a"), Verdict::excluded);
}

TEST(PathPatterns, ManyDoubleStarsTakeNoLongerThanTheirNumber) {
  std::string pattern = "x";
  std::string path = "x";
  for (int i = 0; i < 60; ++i) pattern += "/**/a", path += "/a";
  EXPECT_EQ(judge(pattern + "/b", path), Verdict::none);
}

}  // namespace
}  // namespace soat::cli
