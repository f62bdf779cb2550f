#include "cli/difference.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace soat::cli {
namespace {

using namespace std::string_literals;

constexpr const char* head = "--- a.txt\n+++ a.txt\n";

TEST(Difference, OfEqualTextsIsEmpty) {
  EXPECT_EQ(difference("a.txt", "một\n"s, "một\n"s), "");
  EXPECT_EQ(difference("a.txt", ""s, ""s), "");
}

TEST(Difference, NamesEachLineThatChanged) {
  EXPECT_EQ(difference("a.txt", "a\nb\nc\nd\n"s, "A\nb\nC\nd\n"s),
            head + "@@ -1 +1 @@\n-a\n+A\n@@ -3 +3 @@\n-c\n+C\n"s);
}

TEST(Difference, KeepsLineEndsAsTheyAre) {
  EXPECT_EQ(difference("a.txt", "a\r\nb\r\n"s, "A\r\nb\r\n"s), head + "@@ -1 +1 @@\n-a\r\n+A\r\n"s);
  EXPECT_EQ(difference("a.txt", "a\rb\r"s, "a\rB\r"s),
            head + "@@ -1 +1 @@\n-a\rb\r\n\\ No newline at end of file\n+a\rB\r\n\\ No newline at end of file\n"s);
  EXPECT_EQ(difference("a.txt",
                       "\xEF\xBB\xBF"
                       "a\nb"s,
                       "\xEF\xBB\xBF"
                       "A\nb"s),
            head +
                "@@ -1 +1 @@\n-\xEF\xBB\xBF"
                "a\n+\xEF\xBB\xBF"
                "A\n"s);
}

TEST(Difference, WhereLineEndsWereTakenOutOrPutInNamesAllBetween) {
  EXPECT_EQ(difference("a.txt", "a\nb\nc\nd\n"s, "a\nbc\nd\n"s), head + "@@ -2,2 +2 @@\n-b\n-c\n+bc\n"s);
  EXPECT_EQ(difference("a.txt", "a\nd\n"s, "a\nb\nc\nd\n"s), head + "@@ -1,0 +2,2 @@\n+b\n+c\n"s);
  EXPECT_EQ(difference("a.txt", "a\n"s, ""s), head + "@@ -1 +0,0 @@\n-a\n"s);
}

TEST(Difference, ANameWithBlanksEndsBeforeATab) {
  EXPECT_TRUE(difference("bài một.txt", "a\n"s, "b\n"s).starts_with("--- bài một.txt\t\n+++ bài một.txt\t\n"));
}

TEST(Difference, OfParagraphsHasALineForEach) {
  const std::vector<std::u16string> before{u"một", u"hai", u"ba"};
  const std::vector<std::u16string> after{u"một", u"Hai", u"ba"};
  EXPECT_EQ(difference("a.txt", before, after), head + "@@ -2 +2 @@\n-hai\n+Hai\n"s);
  EXPECT_EQ(difference("a.txt", before, before), "");
  EXPECT_TRUE(difference("a\n.txt", before, after).starts_with("--- a?.txt\n"));
}

}  // namespace
}  // namespace soat::cli
