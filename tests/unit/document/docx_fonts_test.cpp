#include "document/docx_fonts.h"

#include <gtest/gtest.h>

#include <string>

#include "document/xml_tree.h"

namespace soat::document {
namespace {

const std::string word = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";

class DocxFontsTest : public testing::Test {
 protected:
  DocxFontsTest() {
    const Tree theme = parse_tree(
        "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"><a:majorFont><a:latin "
        "typeface=\"Cambria\"/></a:majorFont><a:minorFont><a:latin typeface=\".VnArial\"/></a:minorFont></a:theme>",
        "theme");
    fonts_.read_theme(theme.get());
    const Tree styles = parse_tree(
        "<w:styles" + word +
            "><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme=\"minorHAnsi\"/></w:rPr></w:rPrDefault>"
            "</w:docDefaults><w:style w:type=\"paragraph\" w:styleId=\"Base\"><w:rPr><w:rFonts w:ascii=\".VnTimeH\" "
            "w:hAnsi=\".VnTimeH\"/></w:rPr></w:style>"
            "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:basedOn w:val=\"Base\"/></w:style>"
            "<w:style w:type=\"paragraph\" w:styleId=\"Plain\" w:default=\"1\"/>"
            "<w:style w:type=\"paragraph\" w:styleId=\"Ring\"><w:basedOn w:val=\"Ring\"/></w:style></w:styles>",
        "styles");
    fonts_.read_styles(styles.get());
  }

  DocxFonts fonts_;
};

TEST_F(DocxFontsTest, OfThemeAndStyleAreFound) {
  EXPECT_EQ(fonts_.family({"majorHAnsi", "", "", ""}), "Cambria");
  EXPECT_EQ(fonts_.family({"", "minorAscii", "", ""}), ".VnArial");
  EXPECT_EQ(fonts_.of_style("Base"), ".VnTimeH");
  EXPECT_EQ(fonts_.of_style("Own"), ".VnTimeH") << "from the style that it builds on";
}

TEST_F(DocxFontsTest, AParagraphWithoutAFontHasTheDocuments) {
  EXPECT_EQ(fonts_.of_paragraph_style("Own"), ".VnTimeH");
  EXPECT_EQ(fonts_.of_paragraph_style(""), ".VnArial");
  EXPECT_EQ(fonts_.of_paragraph_style("Plain"), ".VnArial");
}

TEST_F(DocxFontsTest, TheHighFontIsThatOfTheLettersWithMarks) {
  EXPECT_EQ(fonts_.family({"", "", "Arial", "Times"}), "Arial");
  EXPECT_EQ(fonts_.family({"", "", "", "Times"}), "Times");
  EXPECT_EQ(fonts_.family({"", "", "Arial", ".VnTime"}), ".VnTime") << "an old font shows itself in either";
  EXPECT_EQ(fonts_.family({}), "");
}

TEST_F(DocxFontsTest, StylesThatAreMissingOrBuiltOnThemselvesGiveNone) {
  EXPECT_EQ(fonts_.of_style("Nowhere"), "");
  EXPECT_EQ(fonts_.of_style("Ring"), "");
  EXPECT_EQ(fonts_.family_of(nullptr), "");
}

TEST_F(DocxFontsTest, ElementsAreKnownByEitherNamespace) {
  const Tree strict = parse_tree("<w:p xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:r/></w:p>", "x");
  xmlNode* const top = xmlDocGetRootElement(strict.get());
  EXPECT_TRUE(is_word(top, "p"));
  EXPECT_NE(child_of(top, "r"), nullptr);
  EXPECT_EQ(child_of(top, "t"), nullptr);
  EXPECT_EQ(child_of(nullptr, "t"), nullptr);
  const Tree other = parse_tree("<p/>", "x");
  EXPECT_FALSE(is_word(xmlDocGetRootElement(other.get())));
}

}  // namespace
}  // namespace soat::document
