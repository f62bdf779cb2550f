#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "archive_builder.h"
#include "conversion_helpers.h"
#include "document/font_conversion.h"
#include "document/font_conversion_parts.h"

namespace soat::document {
namespace {

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

TEST(ConvertFontsOdt, ConvertsTextAndFontsOfAnOdt) {
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

TEST(ConvertFontsOdt, PartsWithTextAndStylesAreRead) {
  EXPECT_TRUE(is_odt_part("content.xml"));
  EXPECT_TRUE(is_odt_part("styles.xml"));
  EXPECT_FALSE(is_odt_part("meta.xml"));
  EXPECT_FALSE(is_odt_part("Object 1/content.xml"));
}

TEST(ConvertFontsOdt, ADocumentWithoutSuchFontsHasNothingToConvert) {
  EXPECT_EQ(convert_fonts(make_odt("<text:p>Không có gì, à.</text:p>"), "test").paragraphs, 0U);
  EXPECT_EQ(convert_fonts(make_odt(""), "test").paragraphs, 0U);
}

}  // namespace
}  // namespace soat::document
