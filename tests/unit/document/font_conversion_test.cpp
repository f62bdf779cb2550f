#include "document/font_conversion.h"

#include <gtest/gtest.h>

#include "archive_builder.h"
#include "document/archive.h"
#include "document/reader.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::document {
namespace {

std::string part_of(const std::string& bytes, const std::string& part) {
  std::string out;
  Archive(bytes, "test").read(part, 1 << 20, [&](std::string_view piece) { out += piece; });
  return out;
}

std::string text_of(const std::string& bytes, Format format) {
  const Document document = parse(bytes, "test", format);
  std::string out;
  for (const std::u16string_view paragraph : document.paragraphs()) out += text::to_utf8(paragraph) + "\n";
  return out;
}

bool holds(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

constexpr std::string_view odt_styles =
    "<style:font-face style:name=\"F1\" svg:font-family=\"'.VnTime'\" style:font-charset=\"x-symbol\"/>"
    "<style:font-face style:name=\"F2\" svg:font-family=\"'VNI-Times'\"/>"
    "<style:font-face style:name=\"Arial\" svg:font-family=\"Arial\"/>"
    "<style:font-face style:name=\"F3\" svg:font-family=\"'.VnArialH'\"/>"
    "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties style:font-name=\"F1\" "
    "fo:font-weight=\"bold\"/></style:style>"
    "<style:style style:name=\"P2\" style:family=\"paragraph\" style:parent-style-name=\"P1\"/>"
    "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties style:font-name=\"F2\"/></style:style>"
    "<style:style style:name=\"T2\" style:family=\"text\"><style:text-properties "
    "fo:font-style=\"italic\"/></style:style>"
    "<style:style style:name=\"T3\" style:family=\"text\"><style:text-properties "
    "style:font-name=\"Arial\"/></style:style>"
    "<style:style style:name=\"T4\" style:family=\"text\"><style:text-properties "
    "style:font-name=\"F3\"/></style:style>";

TEST(ConvertFonts, ConvertsTextAndFontsOfAnOdt) {
  const std::string odt = make_odt(
      "<text:p text:style-name=\"P2\">Tr\u00ad<text:span text:style-name=\"T2\">\u00eang</text:span> h\u00e4c"
      "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p text:style-name=\"P1\">v\u00b5 nhµ"
      "</text:p></text:note-body></text:note></text:p>"
      "<text:p><text:span text:style-name=\"T1\">Vie</text:span><text:span text:style-name=\"T1\">\u00e4t</text:span>"
      "<text:span text:style-name=\"T3\"> déjà</text:span></text:p>"
      "<table:table><table:table-row><table:table-cell><text:p text:style-name=\"P1\">"
      "<text:span text:style-name=\"T4\">c\u00e9ng hoµ</text:span></text:p></table:table-cell></table:table-row>"
      "</table:table><text:p>Không có gì, à.</text:p>",
      odt_styles);
  const ConvertedDocument converted = convert_fonts(odt, "test");
  EXPECT_EQ(converted.paragraphs, 4U);
  const std::string content = part_of(converted.bytes, "content.xml");
  EXPECT_TRUE(holds(content, ">Trư<text:span text:style-name=\"T2\">ờng</text:span> học<text:note>")) << content;
  EXPECT_TRUE(holds(content, ">và nhà</text:p>")) << content;
  EXPECT_TRUE(holds(content, ">Việ</text:span><text:span text:style-name=\"T1\">t</text:span>")) << content;
  EXPECT_TRUE(holds(content, "> déjà</text:span>")) << "another font";
  EXPECT_TRUE(holds(content, ">CỘNG HOÀ</text:span>")) << content;
  EXPECT_TRUE(holds(content, ">Không có gì, à.</text:p>")) << content;
  EXPECT_TRUE(holds(content, "style:name=\"Times New Roman\" svg:font-family=\"'Times New Roman'\"/>")) << content;
  EXPECT_TRUE(holds(content, "style:font-name=\"Times New Roman\" fo:font-weight=\"bold\"")) << content;
  for (const char* gone : {"Vn", "VNI", "F1", "F2", "F3", "x-symbol"}) EXPECT_FALSE(holds(content, gone)) << gone;
  EXPECT_TRUE(converted.bytes.substr(0, 100).find("mimetypeapplication/vnd.oasis") != std::string::npos)
      << "the type stays first and uncompressed";
}

TEST(ConvertFonts, ConvertsTextAndFontsOfADocx) {
  const std::string docx = make_docx(
      "<w:p><w:pPr><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\"/></w:rPr></w:pPr>"
      "<w:r><w:rPr><w:rFonts w:ascii=\".VnTime\" w:hAnsi=\".VnTime\" w:cs=\".VnTime\"/><w:b/></w:rPr>"
      "<w:t xml:space=\"preserve\">Tr</w:t><w:softHyphen/><w:t xml:space=\"preserve\">êng </w:t></w:r>"
      "<w:r><w:rPr><w:rFonts w:ascii=\".VnTimeH\" w:hAnsi=\".VnTimeH\"/></w:rPr><w:t>häc</w:t></w:r>"
      "<w:r><w:rPr><w:rFonts w:ascii=\"Arial\" w:hAnsi=\"Arial\"/></w:rPr><w:t>µm</w:t><w:softHyphen/></w:r></w:p>"
      "<w:tbl><w:tr><w:tc><w:p><w:r><w:rPr><w:rFonts w:ascii=\"VNI-Helve\" w:hAnsi=\"VNI-Helve\"/></w:rPr>"
      "<w:t>ña</w:t></w:r><w:del><w:r><w:rPr><w:rFonts w:ascii=\"VNI-Helve\" w:hAnsi=\"VNI-Helve\"/></w:rPr>"
      "<w:delText>ù</w:delText></w:r></w:del></w:p></w:tc></w:tr></w:tbl>",
      "<w:footnote><w:p><w:r><w:rPr><w:rFonts w:ascii=\".VnTime\"/></w:rPr><w:t>nhµ</w:t></w:r></w:p></w:footnote>");
  const ConvertedDocument converted = convert_fonts(docx, "test");
  EXPECT_EQ(converted.paragraphs, 3U);
  const std::string body = part_of(converted.bytes, "word/document.xml");
  EXPECT_TRUE(holds(body, ">Tr</w:t><w:t>ư</w:t><w:t xml:space=\"preserve\">ờng </w:t>")) << body;
  EXPECT_TRUE(holds(body, "<w:t>HỌC</w:t>")) << body;
  EXPECT_TRUE(holds(body, "<w:t>µm</w:t><w:softHyphen/>")) << body;
  EXPECT_TRUE(holds(body, "<w:t>đá</w:t>")) << body;
  EXPECT_TRUE(holds(body, "w:ascii=\"Arial\" w:hAnsi=\"Arial\"/></w:rPr><w:t>đá")) << body;
  EXPECT_TRUE(holds(body, "w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:b/>")) << body;
  EXPECT_FALSE(holds(body, "Vn")) << body;
  EXPECT_TRUE(holds(part_of(converted.bytes, "word/footnotes.xml"), "\"Times New Roman\"/></w:rPr><w:t>nhà</w:t>"));
}

TEST(ConvertFonts, FindsTheFontThroughStylesAndTheTheme) {
  const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const std::string docx = make_archive(
      {{"word/document2.xml",
        "<w:document" + space +
            "><w:body><w:p><w:r><w:t>nhµ</w:t></w:r></w:p>"
            "<w:p><w:pPr><w:pStyle w:val=\"Own\"/></w:pPr><w:r><w:t>nhµ</w:t></w:r>"
            "<w:r><w:rPr><w:rStyle w:val=\"Sign\"/></w:rPr><w:t>µ</w:t></w:r></w:p></w:body></w:document>"},
       {"word/styles.xml", "<w:styles" + space +
                               "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\"/></w:rPr>"
                               "</w:rPrDefault></w:docDefaults>"
                               "<w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:rFonts w:ascii=\".VnTimeH\" "
                               "w:hAnsi=\".VnTimeH\"/></w:rPr></w:style>"
                               "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:basedOn w:val=\"Base\"/></w:style>"
                               "<w:style w:type=\"character\" w:styleId=\"Sign\"><w:rPr><w:rFonts w:ascii=\"Symbol\" "
                               "w:hAnsi=\"Symbol\"/></w:rPr></w:style></w:styles>"},
       {"word/fontTable.xml",
        "<w:fonts" + space + "><w:font w:name=\".VnTimeH\"/><w:font w:name=\"Arial\"/></w:fonts>"},
       {"word/theme/theme1.xml",
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:minorFont><a:latin "
        "typeface=\".VnArial\"/></a:minorFont></a:theme>"}});
  const ConvertedDocument converted = convert_fonts(docx, "test");
  const std::string body = part_of(converted.bytes, "word/document2.xml");
  EXPECT_TRUE(holds(body, "<w:t>nhà</w:t>")) << body;
  EXPECT_TRUE(holds(body, "<w:t>NHÀ</w:t>")) << body;
  EXPECT_TRUE(holds(body, "<w:t>µ</w:t>")) << body;
  EXPECT_TRUE(holds(part_of(converted.bytes, "word/styles.xml"), "w:hAnsi=\"Times New Roman\""));
  EXPECT_FALSE(holds(part_of(converted.bytes, "word/fontTable.xml"), "Vn"));
  EXPECT_TRUE(holds(part_of(converted.bytes, "word/theme/theme1.xml"), "typeface=\"Arial\""));
}

TEST(ConvertFonts, TellsByTheTextWhereFontsSayNothing) {
  const std::string odt = make_odt(
      "<text:p>Tr\u00ad\u00eang h\u00e4c v\u00b5 b¹n bÌ; n\u00ad\u00edc lªn.</text:p><text:p>V\u00e9 le "
      "café.</text:p>");
  const ConvertedDocument converted = convert_fonts(odt, "test");
  EXPECT_EQ(converted.paragraphs, 1U);
  EXPECT_EQ(text_of(converted.bytes, Format::odt), "Trường học và bạn bè; nước lên.\nVé le café.\n");
}

TEST(ConvertFonts, TakesOnlyTheEncodingAskedFor) {
  const std::string odt = make_odt(
      "<text:p text:style-name=\"P1\">nhµ</text:p><text:p><text:span text:style-name=\"T1\">ñaù</text:span></text:p>",
      odt_styles);
  EXPECT_EQ(text_of(convert_fonts(odt, "test", text::LegacyEncoding::vni).bytes, Format::odt), "nhµ\nđá\n");
  EXPECT_EQ(text_of(convert_fonts(odt, "test", text::LegacyEncoding::tcvn3).bytes, Format::odt), "nhà\nñaù\n");
}

TEST(ConvertFonts, KeepsTheOtherPartsAndTheirOrder) {
  const std::string content =
      "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><text:p>n\u00ad\u00edc lªn bê, m\u00ada vÉn "
      "to</text:p>"
      "</office:document-content>";
  const std::string odt = make_archive({{"mimetype", "application/vnd.oasis.opendocument.text"},
                                        {"Pictures/a.png", std::string(5000, 'x')},
                                        {"content.xml", content},
                                        {"META-INF/manifest.xml", "<m/>"}});
  const std::string converted = convert_fonts(std::string(odt), "test").bytes;
  for (const char* part : {"mimetype", "Pictures/a.png", "META-INF/manifest.xml"})
    EXPECT_EQ(part_of(converted, part), part_of(odt, part)) << part;
  EXPECT_TRUE(holds(part_of(converted, "content.xml"), "nước lên bờ, mưa vẫn to"));
  const std::size_t picture = converted.find("Pictures/a.png");
  EXPECT_LT(converted.find("mimetype"), picture);
  EXPECT_LT(picture, converted.find("content.xml"));
}

TEST(ConvertFonts, LeavesOtherDocumentsAsTheyAre) {
  const std::string odt = make_odt("<text:p>Chữ Unicode.</text:p>");
  const ConvertedDocument converted = convert_fonts(odt, "test");
  EXPECT_EQ(converted.paragraphs, 0U);
  EXPECT_EQ(converted.bytes, odt);
}

TEST(ConvertFonts, RefusesWhatIsNoDocument) {
  EXPECT_THROW(convert_fonts("PK\x03\x04 no archive", "test"), Error);
  EXPECT_THROW(convert_fonts(make_archive({{"a.txt", "a"}}), "test"), Error);
  EXPECT_THROW(convert_fonts(make_archive({{"content.xml", "<a><b></a>"}}), "test"), Error);
  EXPECT_THROW(convert_fonts(make_archive({{"content.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><a>&b;</a>"}}), "test"),
               Error);
}

}  // namespace
}  // namespace soat::document
