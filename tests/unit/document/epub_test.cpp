#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"

namespace soat::document {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

Parts book(const std::string& manifest, const std::string& spine, const Parts& more) {
  Parts parts = {
      {"mimetype", "application/epub+zip"},
      {"META-INF/container.xml",
       "<?xml version=\"1.0\"?><container version=\"1.0\" "
       "xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles><rootfile "
       "full-path=\"OEBPS/content.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles></container>"},
      {"OEBPS/content.opf", "<?xml version=\"1.0\"?><package xmlns=\"http://www.idpf.org/2007/opf\"><manifest>" +
                                manifest + "</manifest><spine>" + spine + "</spine></package>"}};
  parts.insert(parts.end(), more.begin(), more.end());
  return parts;
}

std::string page(const std::string& body) {
  return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\">"
         "<head><title/><script src=\"a.js\"/></head><body>" +
         body + "</body></html>";
}

std::string item(const std::string& id, const std::string& href, const std::string& type = "application/xhtml+xml") {
  return "<item id=\"" + id + "\" href=\"" + href + "\" media-type=\"" + type + "\"/>";
}

Document read_book(const Parts& parts) {
  return parse(make_archive(parts), "a.epub", Format::epub);
}

const Parts two_chapters =
    book(item("b", "text/hai%20b.xhtml") + item("a", "../mot.xhtml#dau") + item("css", "a.css", "text/css"),
         "<itemref idref=\"a\"/><itemref idref=\"css\"/><itemref idref=\"b\" linear=\"no\"/>",
         {{"OEBPS/text/hai b.xhtml", page("<h1>Hai</h1><p>Uống <a id=\"p7\"/>nước.</p>")},
          {"mot.xhtml", page("<nav>Mục lục</nav><p>Một&#160;&mdash; &quot;a&quot;</p>")},
          {"OEBPS/a.css", "p{}"}});

TEST(Epub, ChaptersAreReadInTheOrderOfTheSpine) {
  const Document document = read_book(two_chapters);
  EXPECT_EQ(texts(document), (Texts{u"Một\u00A0— \"a\"", u"Hai", u"Uống nước."}));
  EXPECT_TRUE(document.warnings().empty());
  ASSERT_EQ(document.places().size(), 3u);
  EXPECT_EQ(document.places()[0].chapter, 1u);
  EXPECT_EQ(document.places()[2].chapter, 2u);
  EXPECT_EQ(texts(parse(make_archive(two_chapters), "-", std::nullopt)).size(), 3u) << "known by what is in it";
}

TEST(Epub, ChapterThatIsMissingIsTold) {
  const Document document = read_book(book(item("a", "a.xhtml") + item("b", "b.xhtml"),
                                           "<itemref idref=\"a\"/><itemref idref=\"b\"/><itemref idref=\"none\"/>",
                                           {{"OEBPS/b.xhtml", page("<p>Còn</p>")}}));
  EXPECT_EQ(texts(document), Texts{u"Còn"});
  ASSERT_EQ(document.warnings().size(), 1u);
  EXPECT_NE(document.warnings()[0].utf8(text::Language::en).find("OEBPS/a.xhtml is missing"), std::string::npos);
}

TEST(Epub, ChapterIsReadOnceHoweverOftenItIsNamed) {
  std::string spine;
  for (int i = 0; i < 10'000; ++i) spine += "<itemref idref=\"a\"/>";
  EXPECT_EQ(texts(read_book(book(item("a", "a.xhtml"), spine, {{"OEBPS/a.xhtml", page("<p>Một</p>")}}))),
            Texts{u"Một"});
}

TEST(Epub, WhatIsDamagedOrEncryptedIsSaid) {
  EXPECT_NE(fault([] { read_book({{"META-INF/container.xml", "<container/>"}}); }).find("damaged"), std::string::npos);
  EXPECT_NE(fault([] { read_book({{"META-INF/container.xml", "<container>"}}); }).find("line 1"), std::string::npos);
  Parts encrypted = two_chapters;
  encrypted.emplace_back("META-INF/encryption.xml",
                         "<encryption><EncryptedData><CipherData><CipherReference URI=\"mot.xhtml\"/></CipherData>"
                         "</EncryptedData></encryption>");
  EXPECT_NE(fault([&] { read_book(encrypted); }).find("encrypted"), std::string::npos);
  encrypted.back().second = "<encryption><CipherReference URI=\"OEBPS/font.otf\"/></encryption>";
  EXPECT_EQ(texts(read_book(encrypted)).size(), 3u) << "fonts may be";
}

// Each part is within the limit for one.
TEST(Epub, ChaptersTogetherMayNotSwell) {
  const std::string large(std::size_t{120} << 20, ' ');
  std::string manifest, spine;
  Parts parts;
  for (const char* id : {"a", "b", "c"}) {
    manifest += item(id, std::string(id) + ".xhtml");
    spine += "<itemref idref=\"" + std::string(id) + "\"/>";
    parts.emplace_back("OEBPS/" + std::string(id) + ".xhtml", large);
  }
  EXPECT_NE(fault([&] { read_book(book(manifest, spine, parts)); }).find("unpacks to more than"), std::string::npos);
}

}  // namespace
}  // namespace soat::document
