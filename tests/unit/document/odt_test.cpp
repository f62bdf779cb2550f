#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"

namespace soat::document {
namespace {

Texts read_odt_body(std::string_view body, std::string_view styles = {}) {
  return texts(parse(make_odt(body, styles), "a.odt", Format::odt));
}

TEST(Odt, ParagraphsHeadingsListsAndTablesInDocumentOrder) {
  EXPECT_EQ(read_odt_body("<text:h>Đề mục</text:h><text:p>Một</text:p><table:table><table:table-row><table:table-cell>"
                          "<text:p>Ô</text:p></table:table-cell></table:table-row></table:table>"
                          "<text:list><text:list-item><text:p>Mục</text:p></text:list-item></text:list><text:p/>"),
            (Texts{u"Đề mục", u"Một", u"Ô", u"Mục", u""}));
}

TEST(Odt, SpansAndLinksAreRunningText) {
  EXPECT_EQ(read_odt_body("<text:p>nư<text:span>ớc</text:span> <text:a>sông</text:a></text:p>"), Texts{u"nước sông"});
}

TEST(Odt, CollapsesWhiteSpaceAndKeepsSpacesWrittenAsElements) {
  EXPECT_EQ(read_odt_body("<text:p>\n  một\n <text:span> hai</text:span><text:s "
                          "text:c=\"2\"/>ba<text:tab/>bốn<text:line-break/>năm</text:p>"),
            Texts{u"một hai  ba\tbốn\nnăm"});
}

TEST(Odt, NoteComesAfterTheParagraphThatHoldsItsAnchor) {
  EXPECT_EQ(
      read_odt_body(
          "<text:p>Trước<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Chú thích</text:p>"
          "</text:note-body></text:note> sau</text:p><text:p>Cuối</text:p>"),
      (Texts{u"Trước\uFFFC sau", u"Chú thích", u"Cuối"}));
}

TEST(Odt, PlacesInTablesAndNotesAreCounted) {
  const Document document = parse(
      make_odt("<text:p>Đầu</text:p><table:table><table:table-row table:number-rows-repeated=\"2\"/><table:table-row>"
               "<table:covered-table-cell table:number-columns-repeated=\"3\"/><table:table-cell><text:p>Ô<text:note "
               "text:note-class=\"endnote\"><text:note-body><text:p>Ghi</text:p></text:note-body></text:note></text:p>"
               "<table:table><table:table-row><table:table-cell><text:p>Trong</text:p></table:table-cell>"
               "</table:table-row></table:table><text:p>Sau</text:p></table:table-cell></table:table-row></table:table>"
               "<text:p>Cuối</text:p>"),
      "a.odt", Format::odt);
  EXPECT_EQ(texts(document), (Texts{u"Đầu", u"Ô\uFFFC", u"Ghi", u"Trong", u"Sau", u"Cuối"}));
  EXPECT_EQ(told_places(document),
            (std::vector<std::string>{"", "table 1, row 3, column 4", "endnote 1", "table 2, row 1, column 1",
                                      "table 1, row 3, column 4", ""}));
}

TEST(Odt, TextBoxComesAfterTheParagraphThatHoldsIt) {
  EXPECT_EQ(read_odt_body("<text:p>A<draw:frame><draw:text-box><text:p>khung</text:p></draw:text-box><svg:title>tên</"
                          "svg:title></draw:frame>B</text:p>"),
            (Texts{u"A\uFFFCB", u"khung"}));
}

// A region of tracked changes and marks round what was changed.
std::string tracked(const std::string& id, const std::string& kind) {
  return "<text:changed-region text:id=\"" + id + "\"><text:" + kind + "/></text:changed-region>";
}
std::string marked(const std::string& id, const std::string& text) {
  return "<text:change-start text:change-id=\"" + id + "\"/>" + text + "<text:change-end text:change-id=\"" + id +
         "\"/>";
}

TEST(Odt, LeavesOutDeletionsThatAreKeptWhereTheyStood) {
  const std::string changes =
      "<text:tracked-changes>" + tracked("a", "deletion") + tracked("b", "insertion") + "</text:tracked-changes>";
  EXPECT_EQ(read_odt_body(changes + "<text:p>hoạt " + marked("a", "<text:span>đông</text:span>") + marked("b", "động") +
                          " hay</text:p>"),
            Texts{u"hoạt động hay"});
  EXPECT_EQ(read_odt_body(changes + "<text:p>một" +
                          marked("a",
                                 "<text:s/><text:tab/><draw:frame/><text:date>hai</text:date><text:note><text:p>ba"
                                 "</text:p></text:note>") +
                          " bốn</text:p>"),
            Texts{u"một bốn"});
  EXPECT_EQ(read_odt_body(changes + "<text:p>một " + marked("a", "hai</text:p><text:p>ba</text:p><text:p>bốn ") +
                          "năm</text:p><text:p>sáu</text:p>"),
            (Texts{u"một năm", u"sáu"}));
  EXPECT_EQ(read_odt_body(changes + "<text:list><text:list-item><text:p>một" +
                          marked("a", "</text:p></text:list-item></text:list><text:p>") + "hai</text:p>"),
            (Texts{u"một", u"hai"}));
  EXPECT_EQ(read_odt_body(changes + "<text:p>một" + marked("a", "</text:p><text:list><text:list-item><text:p>") +
                          "hai</text:p></text:list-item></text:list><text:p>ba</text:p>"),
            (Texts{u"một", u"hai", u"ba"}));
}

TEST(Odt, LeavesOutTrackedDeletionsCommentsAndIndexes) {
  EXPECT_EQ(
      read_odt_body(
          "<text:tracked-changes><text:changed-region><text:deletion><text:p>đã xóa</text:p></text:deletion>"
          "</text:changed-region></text:tracked-changes>"
          "<text:table-of-content><text:index-body><text:p>Mục lục</text:p></text:index-body></text:table-of-content>"
          "<text:p>còn<text:change/> lại<office:annotation><text:p>nhận xét</text:p></office:annotation></text:p>"),
      Texts{u"còn lại"});
}

TEST(Odt, FontsOfEncodingsFromBeforeUnicodeAreTold) {
  const std::string styles =
      "<office:font-face-decls><style:font-face style:name=\"F1\" svg:font-family=\"'.VnTime'\"/>"
      "</office:font-face-decls><style:style style:name=\"Base\" style:family=\"paragraph\"><style:text-properties "
      "style:font-name=\"F1\" fo:language=\"en\"/></style:style><style:style style:name=\"P\" "
      "style:family=\"paragraph\" style:parent-style-name=\"Base\"/><style:style style:name=\"T\" "
      "style:family=\"text\"><style:text-properties style:font-name=\"VNI-Times\"/></style:style>"
      "<style:style style:name=\"U\" style:family=\"text\"><style:text-properties fo:font-family=\"Arial\"/>"
      "</style:style>";
  const Document read =
      parse(make_odt("<text:p>Unicode</text:p><text:p text:style-name=\"P\">ViÖt"
                     "<text:note><text:note-body><text:p text:style-name=\"P\">Nam</text:p>"
                     "</text:note-body></text:note> <text:span text:style-name=\"T\">Vieät</text:span>"
                     "<text:span text:style-name=\"U\">abc</text:span></text:p>",
                     styles),
            "a.odt", Format::odt);
  EXPECT_EQ(texts(read), (Texts{u"Unicode", u"ViÖt\uFFFC Vieät\uFFFC", u"Nam"}));
  const auto tcvn3 = text::LegacyEncoding::tcvn3;
  EXPECT_EQ(read.fonts(),
            (std::vector<text::LegacyStretch>{
                {1, 0, 4, tcvn3}, {1, 5, 6, tcvn3}, {1, 6, 11, text::LegacyEncoding::vni}, {2, 0, 3, tcvn3}}));
}

TEST(Odt, FieldsArePlaceholders) {
  EXPECT_EQ(read_odt_body("<text:p>Trang <text:page-number>12</text:page-number>.</text:p>"), Texts{u"Trang \uFFFC."});
}

TEST(Odt, WhatSomebodyHasWrittenIntoAFieldIsText) {
  EXPECT_EQ(read_odt_body("<text:p>bàn <text:text-input text:description=\"\">trồng trọt</text:text-input>, "
                          "<text:drop-down text:name=\"\"><text:label text:value=\"một\"/><text:label "
                          "text:value=\"hai\"/>hai</text:drop-down> và <text:title>nhan đề</text:title>.</text:p>"),
            Texts{u"bàn trồng trọt, hai và nhan đề."});
}

TEST(Odt, TextOfAnotherLanguageIsAPlaceholder) {
  const std::string_view styles =
      "<style:default-style style:family=\"paragraph\"><style:text-properties "
      "fo:language=\"en\"/></style:default-style>"
      "<style:style style:name=\"T1\" style:family=\"text\"><style:text-properties fo:language=\"en\"/></style:style>"
      "<style:style style:name=\"T2\" style:family=\"text\" style:parent-style-name=\"T1\"/>"
      "<style:style style:name=\"T3\" style:family=\"text\"><style:text-properties fo:language=\"vi\"/></style:style>"
      "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties "
      "fo:language=\"fr\"/></style:style>";
  EXPECT_EQ(
      read_odt_body("<text:p>từ <text:span text:style-name=\"T1\">the sea </text:span>và <text:span "
                    "text:style-name=\"T2\">sky</text:span></text:p>"
                    "<text:p text:style-name=\"P1\">la mer <text:span text:style-name=\"T3\">biển</text:span></text:p>",
                    styles),
      (Texts{u"từ \uFFFC và \uFFFC", u"\uFFFC biển"}));
}

TEST(Odt, StylesThatBuildOnEachOtherInARingAreNoTrouble) {
  EXPECT_EQ(read_odt_body("<text:p text:style-name=\"A\">chữ</text:p>",
                          "<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/>"
                          "<style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/>"),
            Texts{u"chữ"});
}

TEST(Odt, SaysWhereADamagedDocumentIsDamaged) {
  const std::string bytes = make_archive({{"content.xml", "<a>\n<b></a>"}});
  const std::string why = fault([&] { parse(bytes, "a.odt", Format::odt); });
  EXPECT_TRUE(why.starts_with("a.odt: content.xml, line 2: damaged: ")) << why;
  EXPECT_EQ(why.find('\n'), std::string::npos);
}

TEST(Odt, RefusesADocumentCutOff) {
  const std::string bytes = make_odt("<text:p>một</text:p>");
  EXPECT_NE(fault([&] { parse(std::string_view(bytes).substr(0, bytes.size() / 2), "a.odt", Format::odt); }), "");
  EXPECT_NE(fault([&] { parse(make_archive({{"content.xml", "<a><b>"}}), "a.odt", Format::odt); }), "");
  EXPECT_NE(fault([&] { parse("", "a.odt", Format::odt); }), "");
}

TEST(Odt, RefusesEntitiesThatSwell) {
  std::string xml = "<!DOCTYPE a [<!ENTITY e0 \"xxxxxxxxxx\">";
  for (int i = 1; i < 12; ++i) {
    xml += "<!ENTITY e" + std::to_string(i) + " \"";
    for (int k = 0; k < 10; ++k) xml += "&e" + std::to_string(i - 1) + ";";
    xml += "\">";
  }
  xml += "]><a b=\"&e11;\">&e11;</a>";
  const std::string why = fault([&] { parse(make_archive({{"content.xml", xml}}), "a.odt", Format::odt); });
  EXPECT_NE(why.find("document type declaration"), std::string::npos) << why;
}

TEST(Odt, RefusesAPartThatSwells) {
  const std::string bytes = make_archive({{"content.xml", "<a>" + std::string(std::size_t{257} << 20, ' ') + "</a>"}});
  ASSERT_LT(bytes.size(), std::size_t{1} << 20);
  const std::string why = fault([&] { parse(bytes, "a.odt", Format::odt); });
  EXPECT_NE(why.find("unpacks to more than 256 MiB"), std::string::npos) << why;
}

TEST(Odt, BlanksByTheirNumber) {
  EXPECT_EQ(read_odt_body("<text:p>nhà<text:s text:c=\"3\"/>nước<text:s text:c=\"x\"/><text:s text:c=\"0\"/></text:p>"),
            Texts{u"nhà   nước  "});
  EXPECT_EQ(read_odt_body("<text:p>a<text:s text:c=\"1500\"/>b</text:p>"),
            Texts{u"a" + std::u16string(1500, u' ') + u"b"});
}

TEST(Odt, RefusesTextThatSwells) {
  std::string body = "<text:p>";
  for (int i = 0; i < 2000; ++i) body += "<text:s text:c=\"1000\"/>";
  for (const std::string& swelling :
       {body + "</text:p>", std::string("<text:p><text:s text:c=\"4000000000\"/></text:p>"),
        std::string("<text:p><text:s text:c=\"99999999999999999999999\"/></text:p>")}) {
    const std::string why = fault([&] { read_odt_body(swelling); });
    EXPECT_TRUE(why.starts_with("a.odt: ")) << why;
    EXPECT_NE(why.find("spaces"), std::string::npos) << why;
  }
}

TEST(Odt, MarksOfIndexesAndFormsAreNoPlaceholders) {
  EXPECT_EQ(
      read_odt_body("<text:p>đư<text:alphabetical-index-mark-start text:id=\"1\"/>ờng<text:alphabetical-index-mark-end "
                    "text:id=\"1\"/> <text:user-index-mark text:string-value=\"x\"/>đi</text:p>"),
      Texts{u"đường đi"});
  EXPECT_EQ(read_odt_body("<text:p>tên <l:content-control "
                          "xmlns:l=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\">"
                          "<text:span>An</text:span></l:content-control> ạ</text:p>"),
            Texts{u"tên An ạ"});
}

TEST(Odt, IsReadFromOneFlatFileToo) {
  const std::string_view flat =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document "
      "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "office:mimetype=\"application/vnd.oasis.opendocument.text\">"
      "<office:meta><office:generator>x</office:generator></office:meta>"
      "<office:master-styles><style:master-page><style:header><text:p>Đầu "
      "trang</text:p></style:header></style:master-page>"
      "</office:master-styles><office:body><office:text><text:p>Một</text:p><text:p>Hai</text:p></office:text></"
      "office:body>"
      "</office:document>";
  EXPECT_EQ(texts(parse(flat, "a.fodt", format_of_name("a.fodt"))), (Texts{u"Một", u"Hai"}));
  EXPECT_EQ(texts(parse(flat, "-", std::nullopt)), (Texts{u"Một", u"Hai"}));
  EXPECT_THROW(parse(flat.substr(0, flat.size() - 40), "a.fodt", Format::odt), Error);
  EXPECT_THROW(parse("", "a.fodt", Format::odt), Error);
}

}  // namespace
}  // namespace soat::document
