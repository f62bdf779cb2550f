#include "document/font_conversion.h"

#include <gtest/gtest.h>

#include "archive_builder.h"
#include "conversion_helpers.h"
#include "document/reader.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::document {
namespace {

std::string text_of(const std::string& bytes, Format format) {
  const Document document = parse(bytes, "test", format);
  std::string out;
  for (const std::u16string_view paragraph : document.paragraphs()) out += text::to_utf8(paragraph) + "\n";
  return out;
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
