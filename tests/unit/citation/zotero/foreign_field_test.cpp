#include "citation/zotero/foreign_field.h"

#include <gtest/gtest.h>

namespace soat::citation::zotero {
namespace {

const std::string boats =
    R"({"citationID":"q1","citationItems":[{"id":7,"uris":["u:7"],"itemData":{"type":"book","title":"Ghe {và} xuồng"}}]})";

TEST(ForeignField, CitationsOfFivePrograms) {
  const std::pair<const char*, Program> codes[] = {{" ADDIN EN.CITE <EndNote><Cite/></EndNote>", Program::endnote},
                                                   {" ADDIN EN.CITE ", Program::endnote},
                                                   {" CITATION Ngu99 \\l 1066 ", Program::word},
                                                   {"citation Ngu99", Program::word},
                                                   {"ADDIN Mendeley Citation{9f-1} ", Program::mendeley},
                                                   {"ADDIN CitaviPlaceholder{eyJ9}", Program::citavi}};
  for (const auto& [code, program] : codes) {
    const auto field = read_word_field(code);
    ASSERT_TRUE(field) << code;
    EXPECT_EQ(field->program, program) << code;
    EXPECT_FALSE(field->list || field->damaged) << code;
    EXPECT_TRUE(field->citation.is_null()) << code;
  }
}

TEST(ForeignField, DataAreRead) {
  for (const auto& [head, program] : {std::pair{" ADDIN ZOTERO_ITEM CSL_CITATION ", Program::zotero},
                                      std::pair{"ADDIN CSL_CITATION ", Program::mendeley}}) {
    const auto field = read_word_field(head + boats + " ");
    ASSERT_TRUE(field);
    EXPECT_EQ(field->program, program);
    EXPECT_FALSE(field->damaged);
    EXPECT_EQ(field->citation["citationItems"][0]["itemData"]["title"], "Ghe {và} xuồng");
    EXPECT_TRUE(read_word_field(head + boats.substr(0, 60))->damaged);
  }
}

TEST(ForeignField, Lists) {
  for (const char* code :
       {" ADDIN ZOTERO_BIBL {\"uncited\":[]} CSL_BIBLIOGRAPHY ", "ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY",
        "ADDIN EN.REFLIST", " BIBLIOGRAPHY  \\l 1066 "}) {
    const auto field = read_word_field(code);
    ASSERT_TRUE(field) << code;
    EXPECT_TRUE(field->list) << code;
    EXPECT_FALSE(field->damaged) << code;
  }
}

TEST(ForeignField, OtherFieldsAreNone) {
  for (const char* code :
       {"", " ", "PAGE", " ADDIN ", "ADDIN EN.CITE.DATA", "HYPERLINK \"CITATION\"", "CITATIONS x", "ADDIN"})
    EXPECT_FALSE(read_word_field(code)) << code;
}

TEST(ForeignField, ContentControls) {
  // {"citationItems":[{"id":"a","itemData":{"type":"book"}}],"manualOverride":{"citeprocText":"(Sông, 2001)"}}
  const std::string tag =
      "MENDELEY_CITATION_v3_"
      "eyJjaXRhdGlvbkl0ZW1zIjpbeyJpZCI6ImEiLCJpdGVtRGF0YSI6eyJ0eXBlIjoiYm9vayJ9fV0sIm1hbnVhbE92ZXJyaWRlIj"
      "p7ImNpdGVwcm9jVGV4dCI6IihTw7RuZywgMjAwMSkifX0=";
  const auto field = read_content_tag(tag);
  ASSERT_TRUE(field);
  EXPECT_EQ(field->program, Program::mendeley);
  EXPECT_EQ(field->text, "(Sông, 2001)");
  EXPECT_EQ(field->citation["citationItems"][0]["itemData"]["type"], "book");
  EXPECT_TRUE(read_content_tag("MENDELEY_CITATION_v3_!!!")->damaged);
  EXPECT_TRUE(read_content_tag("MENDELEY_CITATION") == std::nullopt);
  EXPECT_TRUE(read_content_tag("MENDELEY_BIBLIOGRAPHY")->list);
  EXPECT_FALSE(read_content_tag("date"));
}

TEST(ForeignField, TagsInAPart) {
  const auto fields = read_content_tags(
      "<w:sdtPr><w:tag w:val=\"date\"/></w:sdtPr><w:tag w:val='MENDELEY_BIBLIOGRAPHY'/><w:tag/><w:tag "
      "w:val=\"CitaviPlaceholder#1\"/><w:tag w:val=");
  ASSERT_EQ(fields.size(), 2U);
  EXPECT_TRUE(fields[0].list);
  EXPECT_EQ(fields[1].program, Program::citavi);
}

TEST(ForeignField, AListInAControlTellsItsParagraphs) {
  const auto fields = read_content_tags(
      "<w:sdt><w:sdtPr><w:tag w:val=\"MENDELEY_BIBLIOGRAPHY\"/></w:sdtPr><w:sdtContent><w:p><w:r><w:tab/><w:t>Lý &amp; "
      "Hà</w:t><w:t xml:space=\"preserve\"> "
      "2001</w:t></w:r></w:p><w:sdt><w:sdtContent><w:p></w:p><w:p><w:r><w:t>b</w:t></w:r>"
      "</w:p></w:sdtContent></w:sdt></w:sdtContent></w:sdt><w:p><w:r><w:t>sau</w:t></w:r></w:p>");
  ASSERT_EQ(fields.size(), 1U);
  EXPECT_EQ(fields[0].lines, (std::vector<std::string>{"Lý & Hà 2001", "", "b"}));
  EXPECT_TRUE(read_content_tags("<w:tag w:val=\"MENDELEY_BIBLIOGRAPHY\"/><w:sdtContent><w:p>")[0].lines.empty());
}

TEST(ForeignField, EndNotesRecordsTravelWithTheCitation) {
  const auto field = read_word_field(
      " ADDIN EN.CITE <EndNote><Cite><Author>Hà</Author><Year>2001</Year><RecNum>7</RecNum><Prefix>xem </Prefix>"
      "<Pages>12</Pages><record><ref-type name=\"Book\">6</ref-type><contributors><authors><author>Hà, Bình</author>"
      "</authors></contributors><titles><title>Ghe</title></titles><dates><year>2001</year></dates></record></Cite>"
      "<Cite><Author>Lý</Author><Year>2002</Year><RecNum>8</RecNum></Cite></EndNote> ");
  ASSERT_TRUE(field);
  EXPECT_FALSE(field->damaged);
  EXPECT_TRUE(field->partial);
  const auto& items = field->citation["citationItems"];
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]["prefix"], "xem");
  EXPECT_EQ(items[0]["locator"], "12");
  EXPECT_EQ(items[0]["itemData"]["title"], "Ghe");
  EXPECT_EQ(items[0]["itemData"]["type"], "book");
  EXPECT_EQ(items[1]["itemData"]["issued"]["date-parts"][0][0], 2002);
  EXPECT_TRUE(read_word_field("ADDIN EN.CITE <EndNote><Cite>")->damaged);
}

}  // namespace
}  // namespace soat::citation::zotero
