#include "document/part_names.h"

#include <gtest/gtest.h>

namespace soat::document {
namespace {

TEST(PartNames, FoldersEndInASlash) {
  EXPECT_EQ(folder_of("OEBPS/text/a.xhtml"), "OEBPS/text/");
  EXPECT_EQ(folder_of("a.xhtml"), "");
  EXPECT_EQ(folder_of(""), "");
}

TEST(PartNames, ReferencesAreResolved) {
  EXPECT_EQ(resolve_reference("OEBPS/", "text/a.xhtml"), "OEBPS/text/a.xhtml");
  EXPECT_EQ(resolve_reference("OEBPS/text/", "../b.xhtml"), "OEBPS/b.xhtml");
  EXPECT_EQ(resolve_reference("OEBPS/", "/a.xhtml"), "a.xhtml");
  EXPECT_EQ(resolve_reference("OEBPS/", "./text//a.xhtml"), "OEBPS/text/a.xhtml");
}

TEST(PartNames, EscapesAreResolvedWhereTheyAreWhole) {
  EXPECT_EQ(resolve_reference("", "b%C3%A0i%201.xhtml"), "bài 1.xhtml");
  EXPECT_EQ(resolve_reference("", "100%"), "100%");
  EXPECT_EQ(resolve_reference("", "a%2"), "a%2");
  EXPECT_EQ(resolve_reference("", "a%zz"), "a%zz");
}

TEST(PartNames, NothingLeadsOutOfTheArchive) {
  EXPECT_EQ(resolve_reference("a/", "../../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(resolve_reference("a/", "%2E%2E/%2e%2e/b"), "b");
  EXPECT_EQ(resolve_reference("", ".."), "");
}

}  // namespace
}  // namespace soat::document
