#include "document/relationships.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive_builder.h"
#include "expect.h"

namespace soat::document {
namespace {

std::string rels(const std::string& inside) {
  return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + inside +
         "</Relationships>";
}

TEST(Relationships, AreReadFromTheFolderBesideThePart) {
  const std::string bytes = make_archive(
      {{"word/_rels/document.xml.rels",
        rels(
            "<Relationship Id='1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes' "
            "Target='footnotes.xml'/>"
            "<Relationship Id='2' Type='x/customXml' Target='../customXml/item1.xml'/>"
            "<Relationship Id='3' Type='x/hyperlink' Target='https://example.com/' TargetMode='External'/>")}});
  const Archive archive(bytes, "bài.docx");
  const std::vector<Relationship> found = read_relationships(archive, "word/document.xml", "bài.docx");
  ASSERT_EQ(found.size(), 2U) << "what leads out of the package is left out";
  EXPECT_EQ(found[0].type, "footnotes");
  EXPECT_EQ(found[0].target, "word/footnotes.xml");
  EXPECT_EQ(found[1].target, "customXml/item1.xml");
}

TEST(Relationships, OfThePackageStandAtTheTop) {
  const std::string bytes =
      make_archive({{"_rels/.rels", rels("<Relationship Type='x/officeDocument' Target='/word/document.xml'/>")}});
  const Archive archive(bytes, "bài.docx");
  const std::vector<Relationship> found = read_relationships(archive, "", "bài.docx");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].target, "word/document.xml");
}

TEST(Relationships, OfAPartWithoutAnyAreNone) {
  const std::string bytes = make_archive({{"word/document.xml", "<a/>"}});
  const Archive archive(bytes, "bài.docx");
  EXPECT_TRUE(read_relationships(archive, "word/document.xml", "bài.docx").empty());
}

TEST(Relationships, DamagedOnesAreAFaultThatNamesTheDocument) {
  const std::string bytes = make_archive({{"_rels/.rels", "<Relationships>"}});
  const Archive archive(bytes, "bài.docx");
  EXPECT_NE(fault([&] { read_relationships(archive, "", "bài.docx"); }).find("bài.docx"), std::string::npos);
}

}  // namespace
}  // namespace soat::document
