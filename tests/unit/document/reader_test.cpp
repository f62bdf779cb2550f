#include "document/reader.h"

#include <filesystem>

#include "archive_builder.h"
#include "expect.h"
#include "support/test_folder.h"
#include "text/utf.h"

namespace soat::document {
namespace {

class Reader : public testing::Test {
 protected:
  std::filesystem::path put(const std::string& name, std::string_view bytes) const {
    return folder_.write(name, bytes);
  }

  test::TestFolder folder_;
};

TEST_F(Reader, NameDecidesTheFormat) {
  EXPECT_EQ(format_of_name("a/B.DOCX"), Format::docx);
  EXPECT_EQ(format_of_name("b.odt"), Format::odt);
  EXPECT_EQ(format_of_name("c.HTM"), Format::html);
  EXPECT_EQ(format_of_name("d.txt"), Format::text);
  EXPECT_EQ(format_of_name("d.md"), Format::markdown);
  EXPECT_EQ(format_of_name("d.tex"), Format::latex);
  EXPECT_EQ(format_of_name("e.EPUB"), Format::epub);
  EXPECT_EQ(format_of_name("e.jpg"), std::nullopt);
  EXPECT_EQ(format_of_name("e"), std::nullopt);
  EXPECT_EQ(format_endings(), ".txt, .md, .tex, .odt, .docx, .html, .epub, .rtf, .doc, .pdf");
}

TEST_F(Reader, ReadsFilesOfEachFormat) {
  EXPECT_EQ(texts(read(put("a.txt", "một\nhai"))), (Texts{u"một", u"hai"}));
  EXPECT_EQ(texts(read(put("a.odt", make_odt("<text:p>odt</text:p>")))), Texts{u"odt"});
  EXPECT_EQ(texts(read(put("a.docx", make_docx("<w:p><w:r><w:t>docx</w:t></w:r></w:p>")))), Texts{u"docx"});
  EXPECT_EQ(texts(read(put("a.html", "<p>html</p>"))), Texts{u"html"});
}

TEST_F(Reader, ContentDecidesWithoutAName) {
  EXPECT_EQ(texts(parse(make_odt("<text:p>odt</text:p>"), "-", std::nullopt)), Texts{u"odt"});
  EXPECT_EQ(texts(parse(make_docx("<w:p><w:r><w:t>docx</w:t></w:r></w:p>"), "-", std::nullopt)), Texts{u"docx"});
  EXPECT_EQ(texts(parse("chữ <p>", "-", std::nullopt)), Texts{u"chữ <p>"});
  EXPECT_NE(fault([] { parse(make_archive({{"a", "b"}}), "-", std::nullopt); }), "");
}

TEST_F(Reader, PageWithoutANameIsKnownByItsBeginning) {
  for (const char* page :
       {"<p>chữ</p>", "\n <!DOCTYPE HTML><p>chữ", "\xEF\xBB\xBF<HTML lang=vi>chữ", "<!-- a --><p>chữ",
        "<?xml version=\"1.0\"?>\n<html><body>chữ</body></html>", "<a href=x>chữ</a>"})
    EXPECT_EQ(texts(parse(page, "-", std::nullopt)), Texts{u"chữ"}) << page;
  for (const char* text : {"<pre-A", "<abc>", "< p>", "<3", "<p", "<?xml version=\"1.0\"?><svg/>", "Xem <html>", ""})
    EXPECT_EQ(texts(parse(text, "-", std::nullopt)), *text ? Texts{text::to_utf16(text)} : Texts{}) << text;
  EXPECT_EQ(texts(parse("<p>chữ</p>", "a.txt", Format::text)), Texts{u"<p>chữ</p>"});
}

TEST_F(Reader, FormatThatIsAskedForWins) {
  EXPECT_EQ(texts(read(put("a.txt", "<p>chữ</p>"), Format::html)), Texts{u"chữ"});
}

TEST_F(Reader, WhatCannotBeADocumentIsNotReadToItsEnd) {
  const auto sparse = [&](const char* name, std::uintmax_t size) {
    const std::filesystem::path file = put(name, "");
    std::filesystem::resize_file(file, size);
    return fault([&] { read(file); });
  };
  EXPECT_NE(sparse("a.txt", (std::uintmax_t{1} << 30) + 1).find("larger than 1 GiB"), std::string::npos);
  EXPECT_NE(sparse("a.docx", std::uintmax_t{1} << 30).find("ZIP"), std::string::npos);
  EXPECT_NE(sparse("b.txt", std::uintmax_t{1} << 29).find("byte 0 (line 1): a zero byte"), std::string::npos);
  EXPECT_NE(sparse("c.html", std::uintmax_t{1} << 29).find("byte 0 (line 1): a zero byte"), std::string::npos);
}

TEST_F(Reader, CharacterAtTheEndOfTheFirstPieceIsNoFault) {
  for (std::size_t blanks = (64 << 10) - 4; blanks <= (64 << 10); ++blanks)
    EXPECT_EQ(texts(read(put("a.txt", std::string(blanks, ' ') + "𠮷ễ"))).at(0).size(), blanks + 3);
}

TEST_F(Reader, Utf16WithoutAMarkIsToldAsSuch) {
  for (const std::string_view bytes :
       {std::string_view("N\0g\0\xB0\1\xDD\x1Ei\0", 10), std::string_view("\0N\0g\1\xB0\x1E\xDD\0i", 10)})
    EXPECT_NE(fault([&] { parse(bytes, "a.txt", Format::text); }).find("UTF-16 without a byte order mark"),
              std::string::npos);
  EXPECT_EQ(fault([] {
              parse(std::string_view("\x7F"
                                     "ELF\2\1\1\0\0\0",
                                     10),
                    "a.txt", Format::text);
            }).find("UTF-16"),
            std::string::npos);
}

TEST_F(Reader, SaysWhyAFileCannotBeRead) {
  const std::string missing = fault([&] { read(folder_ / "thiếu.txt"); });
  EXPECT_NE(missing.find("thiếu.txt: No such file"), std::string::npos) << missing;
  const std::string folder = fault([&] { read(folder_.path()); });
  EXPECT_NE(folder.find("Is a directory"), std::string::npos) << folder;
}

TEST_F(Reader, NamesTheFormatThatAFileIsOf) {
  EXPECT_NE(fault([] { parse("%PDF-1.7\n", "a.txt", Format::text); }).find("PDF"), std::string::npos);
  EXPECT_NE(fault([] { parse("\xD0\xCF\x11\xE0", "a.docx", Format::docx); }).find("encrypted"), std::string::npos);
  EXPECT_NE(fault([] { parse("{\\rtf1", "a.md", Format::markdown); }).find("RTF"), std::string::npos);
}

// Of libraries that speak English only.
TEST_F(Reader, ReasonsAreInTheLanguageOfTheMessage) {
  const auto in_vietnamese = [](const std::string& bytes, Format format) {
    try {
      parse(bytes, "a", format);
    } catch (const Error& error) {
      return error.in(text::Language::vi);
    }
    return std::string();
  };
  EXPECT_EQ(in_vietnamese("không", Format::docx), "a: bị hỏng hoặc không phải tài liệu: không phải tệp nén ZIP");
  EXPECT_EQ(in_vietnamese(make_archive({{"content.xml", "<a><b></a>"}}), Format::odt),
            "a: content.xml, dòng 1: bị hỏng: thẻ kết thúc của “b” bị thiếu hoặc đặt sai chỗ");
  EXPECT_EQ(in_vietnamese(make_archive({{"content.xml", "<a>"}}), Format::odt),
            "a: content.xml, dòng 1: bị hỏng: bị cắt cụt, hoặc có phần tử thiếu thẻ kết thúc");
  EXPECT_EQ(in_vietnamese(make_archive({{"content.xml", "<a>&b;</a>"}}), Format::odt),
            "a: content.xml, dòng 1: bị hỏng: “b” chưa được định nghĩa");
}

TEST_F(Reader, OneVeryLongLineIsRead) {
  const std::string line(50'000'000, 'a');
  EXPECT_EQ(parse(line, "a.txt", Format::text).paragraphs().at(0).size(), line.size());
}

}  // namespace
}  // namespace soat::document
