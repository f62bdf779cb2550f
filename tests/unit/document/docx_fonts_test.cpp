#include "document/docx_fonts.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"
#include "unit/document/read_docx.h"

namespace soat::document {
namespace {

TEST(DocxFonts, FontsOfEncodingsFromBeforeUnicodeAreTold) {
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

}  // namespace
}  // namespace soat::document
