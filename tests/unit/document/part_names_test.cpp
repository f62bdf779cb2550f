#include "document/part_names.h"

#include <gtest/gtest.h>

namespace soat::document {
namespace {

TEST(PartNames, AFolderEndsWithItsSlash) {
  EXPECT_EQ(folder_of("word/document.xml"), "word/");
  EXPECT_EQ(folder_of("a/b/c.xml"), "a/b/");
  EXPECT_EQ(folder_of("content.xml"), "");
  EXPECT_EQ(folder_of(""), "");
}

TEST(PartNames, AReferenceIsOneFromTheFolder) {
  EXPECT_EQ(resolve_reference("word/", "footnotes.xml"), "word/footnotes.xml");
  EXPECT_EQ(resolve_reference("word/", "../docProps/custom.xml"), "docProps/custom.xml");
  EXPECT_EQ(resolve_reference("word/", "./a//b.xml"), "word/a/b.xml");
  EXPECT_EQ(resolve_reference("word/", "/customXml/item1.xml"), "customXml/item1.xml");
}

TEST(PartNames, EscapesAreResolved) {
  EXPECT_EQ(resolve_reference("OEBPS/", "ch%C6%B0%C6%A1ng%201.xhtml"), "OEBPS/chương 1.xhtml");
  EXPECT_EQ(resolve_reference("", "100%25"), "100%");
  EXPECT_EQ(resolve_reference("", "50%zz%4"), "50%zz%4") << "what is no escape stays";
}

TEST(PartNames, NothingLeadsOutOfTheArchive) {
  EXPECT_EQ(resolve_reference("word/", "../../../etc/passwd"), "etc/passwd");
  EXPECT_EQ(resolve_reference("word/", "%2e%2e/%2E%2E/x"), "x");
  EXPECT_EQ(resolve_reference("", ".."), "");
}

}  // namespace
}  // namespace soat::document
