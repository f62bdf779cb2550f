#include "document/reader.h"

#include <filesystem>

#include "archive_builder.h"
#include "expect.h"
#include "support/test_folder.h"

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
  EXPECT_EQ(format_of_name("e.jpg"), std::nullopt);
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
  EXPECT_EQ(texts(parse("<p>chữ</p>", "-", std::nullopt)), Texts{u"<p>chữ</p>"});
  EXPECT_NE(fault([] { parse(make_archive({{"a", "b"}}), "-", std::nullopt); }), "");
}

TEST_F(Reader, SaysWhyAFileCannotBeRead) {
  const std::string missing = fault([&] { read(folder_ / "thiếu.txt"); });
  EXPECT_NE(missing.find("thiếu.txt: No such file"), std::string::npos) << missing;
  const std::string folder = fault([&] { read(folder_.path()); });
  EXPECT_NE(folder.find("Is a directory"), std::string::npos) << folder;
}

TEST_F(Reader, NamesFormatsThatItDoesNotRead) {
  EXPECT_NE(fault([] { parse("%PDF-1.7\n", "a.pdf", std::nullopt); }).find("PDF"), std::string::npos);
  EXPECT_NE(fault([] { parse("\xD0\xCF\x11\xE0", "a.docx", Format::docx); }).find("encrypted"), std::string::npos);
  EXPECT_NE(fault([] { parse("{\\rtf1", "a.rtf", std::nullopt); }).find("RTF"), std::string::npos);
}

TEST_F(Reader, OneVeryLongLineIsRead) {
  const std::string line(50'000'000, 'a');
  EXPECT_EQ(parse(line, "a.txt", Format::text).paragraphs().at(0).size(), line.size());
}

}  // namespace
}  // namespace soat::document
