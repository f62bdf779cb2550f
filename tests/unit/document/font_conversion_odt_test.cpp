#include <gtest/gtest.h>

#include <string>

#include "archive_builder.h"
#include "document/font_conversion.h"
#include "unit/document/converted.h"

namespace soat::document {
namespace {

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

}  // namespace
}  // namespace soat::document
