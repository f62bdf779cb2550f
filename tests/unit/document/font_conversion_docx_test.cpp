#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "archive_builder.h"
#include "conversion_helpers.h"
#include "document/font_conversion.h"
#include "document/font_conversion_parts.h"

namespace soat::document {
namespace {

TEST(ConvertFontsDocx, ConvertsTextAndFontsOfADocx) {
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

TEST(ConvertFontsDocx, FindsTheFontThroughStylesAndTheTheme) {
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

TEST(ConvertFontsDocx, PartsOfAnyNameAreReadIfTheyAreXml) {
  EXPECT_TRUE(is_docx_part("word/document2.xml"));
  EXPECT_FALSE(is_docx_part("word/media/image1.png"));
}

TEST(ConvertFontsDocx, AFontIsWantedIfItsEncodingIs) {
  EXPECT_TRUE(wanted_font(".VnTime", {}));
  EXPECT_TRUE(wanted_font(".VnTime", text::LegacyEncoding::tcvn3));
  EXPECT_FALSE(wanted_font(".VnTime", text::LegacyEncoding::vni));
  EXPECT_FALSE(wanted_font("Arial", {}));
  EXPECT_FALSE(wanted_font("", {}));
}

}  // namespace
}  // namespace soat::document
