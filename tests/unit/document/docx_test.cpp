#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"

namespace soat::document {
namespace {

Texts read_docx_body(std::string_view body, std::string_view footnotes = {}) {
  return texts(parse(make_docx(body, footnotes), "a.docx", Format::docx));
}

TEST(Docx, RunsOfAParagraphAreOneText) {
  EXPECT_EQ(read_docx_body("<w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>nư</w:t></w:r><w:r><w:t "
                           "xml:space=\"preserve\">ớc </w:t></w:r>"
                           "<w:hyperlink><w:r><w:t>sông</w:t></w:r></w:hyperlink></w:p><w:p/>"),
            (Texts{u"nước sông", u""}));
}

TEST(Docx, TablesInDocumentOrder) {
  EXPECT_EQ(read_docx_body("<w:p><w:r><w:t>A</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></"
                           "w:tc></w:tr></w:tbl>"
                           "<w:p><w:r><w:t>B</w:t></w:r></w:p>"),
            (Texts{u"A", u"ô", u"B"}));
}

TEST(Docx, TabsBreaksAndHyphens) {
  EXPECT_EQ(read_docx_body("<w:p><w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</"
                           "w:t><w:softHyphen/></w:r></w:p>"),
            Texts{u"a\tb\nc\u2011d\u00AD"});
}

TEST(Docx, LeavesOutDeletedAndMovedRuns) {
  EXPECT_EQ(read_docx_body("<w:p><w:del><w:r><w:delText>cũ</w:delText><w:t>cũ</w:t></w:r></"
                           "w:del><w:moveFrom><w:r><w:t>dời</w:t></w:r></w:moveFrom>"
                           "<w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>"),
            Texts{u"mới"});
}

TEST(Docx, FieldResultsArePlaceholdersButLinksAreText) {
  EXPECT_EQ(read_docx_body(
                "<w:p><w:r><w:t>x </w:t></w:r><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> PAGE "
                "</w:instrText></w:r>"
                "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>12</w:t></w:r><w:r><w:fldChar "
                "w:fldCharType=\"end\"/></w:r>"
                "<w:r><w:t> y </w:t></w:r><w:fldSimple w:instr=\"AUTHOR\"><w:r><w:t>Ai đó</w:t></w:r></w:fldSimple>"
                "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> HYPERLINK \"u\" </w:instrText></w:r>"
                "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t> trang</w:t></w:r><w:r><w:fldChar "
                "w:fldCharType=\"end\"/></w:r></w:p>"),
            Texts{u"x \uFFFC y \uFFFC trang"});
}

TEST(Docx, FieldOverSeveralParagraphsIsOnePlaceholder) {
  EXPECT_EQ(read_docx_body("<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>TOC</w:instrText><w:fldChar "
                           "w:fldCharType=\"separate\"/>"
                           "<w:t>Chương 1</w:t></w:r></w:p><w:p><w:r><w:t>Chương 2</w:t><w:fldChar "
                           "w:fldCharType=\"end\"/><w:t>sau</w:t></w:r></w:p>"),
            (Texts{u"\uFFFC", u"sau"}));
}

TEST(Docx, FootnotesComeAfterTheText) {
  EXPECT_EQ(read_docx_body("<w:p><w:r><w:t>A</w:t><w:footnoteReference/></w:r></w:p>",
                           "<w:footnote><w:p><w:r><w:t>ghi chú</w:t></w:r></w:p></w:footnote>"),
            (Texts{u"A\uFFFC", u"ghi chú"}));
}

TEST(Docx, TextBoxIsReadOnce) {
  EXPECT_EQ(read_docx_body(
                "<w:p><w:r><w:t>A</w:t><mc:AlternateContent><mc:Choice><w:drawing><w:txbxContent><w:p><w:r><w:t>khung</"
                "w:t></w:r></w:p>"
                "</w:txbxContent></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent><w:p><w:r><w:t>khung</"
                "w:t></w:r></w:p>"
                "</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"),
            (Texts{u"A\uFFFC", u"khung"}));
}

TEST(Docx, UnevenFieldMarksAreNoTrouble) {
  EXPECT_EQ(
      read_docx_body("<w:p><w:r><w:fldChar w:fldCharType=\"end\"/><w:t>a</w:t></w:r><w:fldSimple w:instr=\"X\"><w:r>"
                     "<w:fldChar w:fldCharType=\"end\"/></w:r></w:fldSimple><w:r><w:t>b</w:t></w:r></w:p>"),
      Texts{u"a\uFFFCb"});
}

}  // namespace
}  // namespace soat::document
