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

TEST(Docx, FontsOfEncodingsFromBeforeUnicodeAreTold) {
  const std::string styles =
      "<w:styles xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
      "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/>"
      "</w:rPr></w:style><w:style w:type=\"paragraph\" w:styleId=\"P\"><w:basedOn w:val=\"Base\"/></w:style>"
      "<w:style w:type=\"character\" w:styleId=\"T\"><w:rPr><w:rFonts w:ascii=\"VNI-Times\"/></w:rPr></w:style>"
      "</w:styles>";
  const std::string relationships =
      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" "
      "Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles\" Target=\"styles.xml\"/>"
      "</Relationships>";
  const std::string document =
      "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
      "<w:p><w:r><w:t>Unicode</w:t></w:r></w:p><w:p><w:pPr><w:pStyle w:val=\"P\"/></w:pPr>"
      "<w:r><w:t>ViÖt</w:t></w:r><w:r><w:rPr><w:rFonts w:ascii=\"Arial\"/></w:rPr><w:t> abc</w:t></w:r>"
      "<w:r><w:rPr><w:rStyle w:val=\"T\"/></w:rPr><w:t>Vieät</w:t></w:r>"
      "<w:r><w:rPr><w:rFonts w:hAnsi=\".VnTimeH\"/></w:rPr><w:t>Nam</w:t><w:softHyphen/></w:r></w:p>"
      "</w:body></w:document>";
  const auto bytes = make_archive(
      {{"word/document.xml", document}, {"word/_rels/document.xml.rels", relationships}, {"word/styles.xml", styles}});
  const Document read = parse(bytes, "a.docx", Format::docx);
  EXPECT_EQ(texts(read), (Texts{u"Unicode", u"ViÖt abcVieätNam\u00AD"}));
  const auto tcvn3 = text::LegacyEncoding::tcvn3;
  EXPECT_EQ(read.fonts(), (std::vector<text::LegacyStretch>{
                              {1, 0, 4, tcvn3}, {1, 8, 13, text::LegacyEncoding::vni}, {1, 13, 17, tcvn3, true}}));

  // Styles that cannot be read are no reason to read nothing.
  const Document damaged = parse(make_archive({{"word/document.xml", document},
                                               {"word/_rels/document.xml.rels", relationships},
                                               {"word/styles.xml", "<w:styles"}}),
                                 "a.docx", Format::docx);
  EXPECT_EQ(texts(damaged), texts(read));
  EXPECT_EQ(damaged.warnings().size(), 1U);
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

std::string word(std::string_view root, std::string_view content) {
  return "<w:" + std::string(root) + " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">" +
         std::string(content) + "</w:" + std::string(root) + ">";
}

std::string paragraph(std::string_view text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r></w:p>";
}

std::string relationships(const std::vector<std::pair<std::string, std::string>>& typed_targets) {
  std::string xml = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
  for (const auto& [type, target] : typed_targets)
    xml += "<Relationship Id=\"r\" Type=\"http://x/relationships/" + type + "\" Target=\"" + target + "\"/>";
  return xml + "</Relationships>";
}

Document read_package(const std::vector<std::pair<std::string, std::string>>& parts) {
  return parse(make_archive(parts), "a.docx", Format::docx);
}

TEST(DocxParts, MainPartIsTheOneThatTheRelationshipsName) {
  const std::string main = word("document", "<w:body>" + paragraph("bài") + "</w:body>");
  for (const auto& [target, part] :
       std::vector<std::pair<std::string, std::string>>{{"word/document2.xml", "word/document2.xml"},
                                                        {"/nội/bài.xml", "nội/bài.xml"},
                                                        {"./a/../b/c.xml", "b/c.xml"},
                                                        {"a%20b.xml", "a b.xml"},
                                                        {"Word/Document.xml", "word/document.xml"}}) {
    EXPECT_EQ(texts(read_package(
                  {{"_rels/.rels", relationships({{"styles", "x.xml"}, {"officeDocument", target}})}, {part, main}})),
              Texts{u"bài"})
        << target;
  }
}

TEST(DocxParts, NotesAreThoseOfTheMainPart) {
  const auto document = read_package(
      {{"_rels/.rels", relationships({{"officeDocument", "doc/main.xml"}})},
       {"doc/main.xml", word("document", "<w:body>" + paragraph("bài") + "</w:body>")},
       {"doc/_rels/main.xml.rels", relationships({{"endnotes", "../notes/e.xml"}, {"footnotes", "/notes/f.xml"}})},
       {"notes/f.xml", word("footnotes", paragraph("chân"))},
       {"notes/e.xml", word("endnotes", paragraph("cuối"))},
       {"word/footnotes.xml", word("footnotes", paragraph("của ai"))}});
  EXPECT_EQ(texts(document), (Texts{u"bài", u"chân", u"cuối"}));
  EXPECT_TRUE(document.warnings().empty());
}

TEST(DocxParts, MissingPartIsTold) {
  const std::string main = word("document", "<w:body>" + paragraph("bài") + "</w:body>");
  const auto document = read_package(
      {{"word/document.xml", main}, {"word/_rels/document.xml.rels", relationships({{"footnotes", "notes.xml"}})}});
  EXPECT_EQ(texts(document), Texts{u"bài"});
  ASSERT_EQ(document.warnings().size(), 1u);
  EXPECT_NE(document.warnings()[0].utf8(text::Language::en).find("a.docx: word/notes.xml is missing"),
            std::string::npos);
  EXPECT_NE(fault([] {
              read_package({{"_rels/.rels", relationships({{"officeDocument", "x.xml"}})}});
            }).find("x.xml"),
            std::string::npos);
}

TEST(DocxParts, SaysWhatElseAnArchiveIs) {
  const auto why = [](const std::vector<std::pair<std::string, std::string>>& parts, Format format) {
    return fault([&] { parse(make_archive(parts), "a", format); });
  };
  EXPECT_NE(why({{"content.xml", "<a/>"}}, Format::docx).find("OpenDocument text"), std::string::npos);
  EXPECT_NE(why({{"word/document.xml", "<a/>"}}, Format::odt).find("Word document"), std::string::npos);
  EXPECT_NE(why({{"xl/workbook.xml", "<a/>"}, {"_rels/.rels", "<a/>"}}, Format::docx).find("Excel"), std::string::npos);
  EXPECT_NE(why({{"EncryptedPackage", "x"}}, Format::docx).find("encrypted"), std::string::npos);
  EXPECT_NE(
      why({{"content.xml", "x"}, {"META-INF/manifest.xml", "<m:encryption-data/>"}}, Format::odt).find("encrypted"),
      std::string::npos);
  EXPECT_NE(why({{"word/document.xml", "<w/>"}}, Format::docx).find("not the text of a Word document"),
            std::string::npos);
  EXPECT_NE(fault([] { parse("", "a.docx", Format::docx); }).find("empty"), std::string::npos);
}

constexpr const char* field_begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
constexpr const char* field_separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
constexpr const char* field_end = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

std::string field_code(std::string_view code) {
  return "<w:r><w:instrText>" + std::string(code) + "</w:instrText></w:r>";
}

std::string run(std::string_view text) {
  return "<w:r><w:t xml:space=\"preserve\">" + std::string(text) + "</w:t></w:r>";
}

TEST(DocxFields, TextBehindAFieldWithoutEndIsReadAndToldOf) {
  const std::string body = "<w:p>" + run("một ") + field_begin + field_code("PAGE") + field_separate + run(" hai") +
                           "</w:p>" + paragraph("ba") + "<w:p>" + run("bốn ") + field_begin + field_code("DATE") +
                           field_separate + run("giấu") + field_end + run(" năm") + "</w:p>";
  const Document document =
      parse(make_docx(body, "<w:footnote>" + paragraph("chân") + "</w:footnote>"), "a.docx", Format::docx);
  EXPECT_EQ(texts(document), (Texts{u"một \uFFFC hai", u"ba", u"bốn \uFFFC năm", u"chân"}));
  ASSERT_EQ(document.warnings().size(), 1u);
  EXPECT_NE(document.warnings()[0].utf8(text::Language::en).find("a.docx: 1 field has no end"), std::string::npos);
}

TEST(DocxFields, FieldWithoutResultIsAPlaceholder) {
  EXPECT_EQ(
      read_docx_body("<w:p>" + run("Ngày ") + field_begin + field_code("DATE") + field_end + run(" đã") + "</w:p>"),
      Texts{u"Ngày \uFFFC đã"});
}

TEST(DocxFields, FieldsInFieldsAreOnePlaceholder) {
  EXPECT_EQ(read_docx_body("<w:p>" + run("a ") + field_begin + field_code("= ") + field_begin +
                           field_code("MERGEFIELD x") + field_separate + run("1") + field_end + field_code(" = 1") +
                           field_separate + run("2") + field_end + run(" b") + "</w:p>"),
            Texts{u"a \uFFFC b"});
  EXPECT_EQ(read_docx_body("<w:p>" + std::string(field_begin) + field_code("HYPERLINK x") + field_separate +
                           run("xem ") + field_begin + field_code("HYPERLINK y") + field_separate + run("trang") +
                           field_end + field_end + "</w:p>"),
            Texts{u"xem trang"});
}

TEST(DocxFields, WhatSomebodyHasWrittenIsText) {
  for (const char* code : {" FILLIN \"\"", " DOCVARIABLE ten ", " TITLE ", "IF TRUE \"nghành\" \"\""})
    EXPECT_EQ(read_docx_body("<w:p>" + run("bàn về ") + field_begin + field_code(code) + field_separate +
                             run("nghành mới") + field_end + run(" đã") + "</w:p>"),
              (Texts{u"bàn về nghành mới đã"}))
        << code;
}

TEST(DocxFields, TypedFormsAreText) {
  EXPECT_EQ(read_docx_body("<w:p>" + std::string(field_begin) + field_code(" FORMTEXT ") + field_separate + run("tên") +
                           field_end + "</w:p>"),
            Texts{u"tên"});
}

constexpr const char* deleted_mark = "<w:pPr><w:jc/><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr>";

TEST(DocxChanges, DeletedParagraphMarkJoins) {
  const std::string first = "<w:p>" + std::string(deleted_mark) + run("Nhà") + "</w:p>";
  EXPECT_EQ(read_docx_body(first + "<w:p>" + run(" trường") + "</w:p>" + paragraph("mở cửa")),
            (Texts{u"Nhà trường", u"mở cửa"}));
  EXPECT_EQ(read_docx_body(first + first + "<w:sdt><w:sdtContent><w:p>" + run(" xa") + "</w:p></w:sdtContent></w:sdt>"),
            Texts{u"NhàNhà xa"});
  EXPECT_EQ(read_docx_body("<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>" + run("a") + "</w:p>" + paragraph("b")),
            Texts{u"ab"});
}

TEST(DocxChanges, JoiningEndsWithWhatHoldsTheParagraph) {
  const std::string first = "<w:p>" + std::string(deleted_mark) + run("ô") + "</w:p>";
  EXPECT_EQ(read_docx_body("<w:tbl><w:tr><w:tc>" + first + "</w:tc><w:tc>" + paragraph("kế") +
                           "</w:tc></w:tr></w:tbl>" + first),
            (Texts{u"ô", u"kế", u"ô"}));
  EXPECT_EQ(
      read_docx_body(first + "<w:tbl><w:tr><w:tc>" + paragraph("bảng") + "</w:tc></w:tr></w:tbl>" + paragraph("sau")),
      (Texts{u"ô", u"bảng", u"sau"}));
  // A change of the mark's form is no deletion, and neither is one that was made in an earlier form.
  EXPECT_EQ(read_docx_body("<w:p><w:pPr><w:rPr><w:ins/></w:rPr><w:pPrChange><w:pPr><w:rPr><w:del/></w:rPr></w:pPr></"
                           "w:pPrChange></w:pPr>" +
                           run("a") + "</w:p>" + paragraph("b")),
            (Texts{u"a", u"b"}));
}

TEST(DocxChanges, DeletedRowsAndCellsAreLeftOut) {
  const std::string cell = "<w:tc>" + paragraph("ô") + "</w:tc>";
  EXPECT_EQ(read_docx_body("<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + cell + "</w:tr><w:tr>" + cell +
                           "<w:tc><w:tcPr><w:cellDel/></w:tcPr>" + paragraph("bỏ") + "</w:tc></w:tr></w:tbl>"),
            Texts{u"ô"});
}

TEST(DocxChoices, OneOfTheAlternativesIsRead) {
  const auto choice = [](const std::string& name, const std::string& text) {
    return "<mc:" + name + "><w:txbxContent>" + paragraph(text) + "</w:txbxContent></mc:" + name + ">";
  };
  const auto box = [](const std::string& content) {
    return "<mc:AlternateContent>" + content + "</mc:AlternateContent>";
  };
  EXPECT_EQ(read_docx_body(box(choice("Choice", "một") + choice("Choice", "hai") + choice("Fallback", "ba")) +
                           box(choice("Fallback", "cũ"))),
            (Texts{u"một", u"cũ"}));
}

TEST(DocxControls, ContentIsReadWhereverTheyStand) {
  const auto control = [](const std::string& content) {
    return "<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr><w:text/></w:sdtPr><w:sdtContent>" + content +
           "</w:sdtContent></w:sdt>";
  };
  const std::string cell = "<w:tc>" + paragraph("ô") + "</w:tc>";
  EXPECT_EQ(read_docx_body(
                control(paragraph("khối")) + "<w:p>" + run("trong ") + control(run("dòng")) + "</w:p><w:tbl>" +
                control("<w:tr>" + cell + control(cell) + "<w:tc>" + control(paragraph("sâu")) + "</w:tc></w:tr>") +
                "</w:tbl>"),
            (Texts{u"khối", u"trong dòng", u"ô", u"ô", u"sâu"}));
}

TEST(Docx, TagWithVeryManyAttributesIsRefused) {
  std::string body = "<w:p";
  for (int i = 0; i < 5000; ++i) body += " a" + std::to_string(i) + "='\"='";
  const std::string why = fault([&] { read_docx_body(body + "/>"); });
  EXPECT_NE(why.find("attributes"), std::string::npos) << why;
}

TEST(Docx, PlacesInTablesAndNotesAreCounted) {
  const auto paragraph = [](const std::string& text) { return "<w:p><w:r><w:t>" + text + "</w:t></w:r></w:p>"; };
  const std::string body = "<w:tbl><w:tr><w:tc>" + paragraph("A") + "</w:tc></w:tr><w:tr><w:tc>" + paragraph("B") +
                           "</w:tc><w:tc>" + paragraph("C") + "</w:tc></w:tr></w:tbl>" + paragraph("D");
  const std::string notes = "<w:footnote w:type=\"separator\">" + paragraph("") +
                            "</w:footnote><w:footnote w:id=\"2\">" + paragraph("E") + "</w:footnote>";
  EXPECT_EQ(told_places(parse(make_docx(body, notes), "a.docx", Format::docx)),
            (std::vector<std::string>{"table 1, row 1, column 1", "table 1, row 2, column 1",
                                      "table 1, row 2, column 2", "", "", "footnote 1"}));
}

}  // namespace
}  // namespace soat::document
