#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"

namespace soat::document {
namespace {

// "name|first paragraph:start-last paragraph:end"
std::vector<std::string> ranges(const Document& document) {
  std::vector<std::string> all;
  for (const NamedRange& range : document.named_ranges()) {
    all.push_back(range.name + "|" + std::to_string(range.first_paragraph) + ":" + std::to_string(range.start) + "-" +
                  std::to_string(range.last_paragraph) + ":" + std::to_string(range.end));
  }
  return all;
}

using Ranges = std::vector<std::string>;

TEST(NamedRanges, OfAnOdt) {
  EXPECT_EQ(
      ranges(parse(
          make_odt(
              "<text:p>Chợ <text:reference-mark-start text:name=\"a\"/>[1]<text:reference-mark-end text:name=\"a\"/>"
              "</text:p><text:section text:name=\"s\"><text:p>Một</text:p><text:p>Hai</text:p></text:section>"
              "<text:p><text:bookmark-start text:name=\"b\"/>Ba</text:p><text:p>Bốn"
              "<text:bookmark-end text:name=\"b\"/></text:p>"),
          "a.odt", Format::odt)),
      (Ranges{"a|0:4-0:7", "s|1:0-2:3", "b|3:0-4:3"}));
}

TEST(NamedRanges, OfADocx) {
  EXPECT_EQ(
      ranges(parse(make_docx("<w:p><w:r><w:t>Chợ</w:t></w:r><w:bookmarkStart w:id=\"7\" w:name=\"b\"/><w:r><w:t>[1]"
                             "</w:t></w:r><w:bookmarkEnd w:id=\"7\"/></w:p><w:p><w:fldSimple w:instr=\" ADDIN x \">"
                             "<w:r><w:t>kết quả</w:t></w:r></w:fldSimple></w:p>"),
                   "a.docx", Format::docx)),
      (Ranges{"b|0:3-0:6", " ADDIN x |1:0-1:1"}));
}

TEST(NamedRanges, BibliographyMarksAndTheirList) {
  const Document document =
      parse(make_odt("<text:p>Chợ <text:bibliography-mark text:bibliography-type=\"book\" text:identifier=\"Anh99\" "
                     "text:title=\"Ghe\">[Anh99]</text:bibliography-mark></text:p><text:bibliography text:name=\"d\">"
                     "<text:bibliography-source/><text:index-body><text:p>Anh99: Ghe</text:p></text:index-body>"
                     "</text:bibliography>"),
            "a.odt", Format::odt);
  EXPECT_EQ(ranges(document), (Ranges{"Anh99|0:4-0:5", "d|0:5-0:5"}));
  EXPECT_EQ(
      document.named_ranges()[0].values,
      (std::map<std::string, std::string>{{"bibliography-type", "book"}, {"identifier", "Anh99"}, {"title", "Ghe"}}));
  EXPECT_EQ(ranges(parse(make_odt("<text:bibliography text:name=\"d\"><text:index-body><text:p>a</text:p>"
                                  "</text:index-body></text:bibliography>"),
                         "a.odt", Format::odt)),
            Ranges());
}

TEST(NamedRanges, HalvesAreDropped) {
  EXPECT_EQ(ranges(parse(make_odt("<text:p><text:reference-mark-end text:name=\"a\"/>Chợ<text:reference-mark-start "
                                  "text:name=\"b\"/></text:p><text:section text:name=\"s\"/>"),
                         "a.odt", Format::odt)),
            Ranges());
}

TEST(Properties, OfAnOdtAndADocx) {
  const std::string odt = make_archive(
      {{"content.xml", "<office:document-content xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\"/>"},
       {"meta.xml",
        "<m:meta xmlns:m=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\"><m:generator>x</m:generator>"
        "<m:user-defined m:name=\"P_1\">một</m:user-defined><m:user-defined m:name=\"P_2\">&lt;hai&gt;</m:user-defined>"
        "</m:meta>"}});
  EXPECT_EQ(parse(odt, "a.odt", Format::odt).properties(),
            (std::map<std::string, std::u16string>{{"P_1", u"một"}, {"P_2", u"<hai>"}}));
  const std::string docx = make_archive(
      {{"word/document.xml", "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"/>"},
       {"docProps/custom.xml",
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
        "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\">"
        "<property name=\"P_1\"><vt:lpwstr>một</vt:lpwstr></property></Properties>"}});
  EXPECT_EQ(parse(docx, "a.docx", Format::docx).properties(), (std::map<std::string, std::u16string>{{"P_1", u"một"}}));
}

TEST(Properties, DamagedOnesCostNoText) {
  const std::string odt =
      make_archive({{"content.xml",
                     "<o:document-content xmlns:o=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
                     "xmlns:t=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"><t:p>Chợ</t:p></o:document-content>"},
                    {"meta.xml", "<m:meta"}});
  const Document document = parse(odt, "a.odt", Format::odt);
  EXPECT_EQ(texts(document), Texts{u"Chợ"});
  EXPECT_TRUE(document.properties().empty());
}

}  // namespace
}  // namespace soat::document
