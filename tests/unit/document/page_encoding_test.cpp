#include "document/page_encoding.h"

#include <gtest/gtest.h>

#include <string>

#include "archive_builder.h"
#include "document/reader.h"
#include "expect.h"
#include "unit/document/read_page.h"

namespace soat::document {
namespace {

using namespace std::string_literals;

// The page is a word with a letter that windows-1258 and UTF-8 write differently.
std::string coded(const std::string& head) {
  return head + "<p>ba\xF2n</p>";
}

TEST(HtmlEncoding, IsThatOfMeta) {
  for (const char* head :
       {"<meta charset=windows-1258>", "<META CharSet = 'Windows-1258' >",
        "<meta name=a content=b charset=\"cp1258\"/>",
        "<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1258\">",
        "<meta content='charset = windows-1258' http-equiv=content-type>", "<meta/charset=windows-1258>",
        "<!-- <meta charset=gbk> --><meta charset=windows-1258>", "<!--><meta charset=windows-1258>",
        "<script src=a.js charset=\"gbk\"></script><meta charset=windows-1258>",
        "<a title=\"<meta charset=gbk>\"><meta charset=windows-1258>",
        "<meta charset=no-such><meta charset=windows-1258>",
        "<meta content=\"charset=gbk\"><meta charset=windows-1258>", "<meta charset=x-cp1258 charset=gbk>",
        "<?xml version='1.0' encoding='windows-1258'?>",
        "</br charset=gbk><metadata charset=gbk><meta charset=windows-1258>"}) {
    EXPECT_EQ(read_page(coded(head)), Texts{u"bạn"}) << head;
  }
}

TEST(HtmlEncoding, LateMetaIsFoundButNotInAScript) {
  const std::string far(2000, 'x');
  EXPECT_EQ(read_page(coded("<!--" + far + "--><meta charset=windows-1258>")), Texts{u"bạn"});
  EXPECT_EQ(read_page(coded("<!--" + far + "--><script>'<meta charset=gbk>'</script><meta charset=windows-1258>")),
            Texts{u"bạn"});
}

TEST(HtmlEncoding, Utf8WinsOverAWrongLabel) {
  for (const char* label :
       {"gbk", "us-ascii", "utf-16", "utf-7", "shift_jis", "windows-1252", "no-such", "iso-2022-kr"})
    EXPECT_EQ(read_page("<meta charset=" + std::string(label) + "><p>người</p>"), Texts{u"người"}) << label;
}

TEST(HtmlEncoding, LabelsMeanWhatBrowsersTakeThemFor) {
  EXPECT_EQ(read_page("<meta charset=iso-8859-1><p>\x93"
                      "caf\xE9\x94</p>"),
            Texts{u"“café”"});
  EXPECT_EQ(read_page("<meta charset=us-ascii><p>caf\xE9</p>"), Texts{u"café"});
  EXPECT_EQ(read_page("<meta charset=iso-2022-jp><p>\x1B$B$\"\x1B(B</p>"), Texts{u"あ"});
}

TEST(HtmlEncoding, WhatCannotBeDecodedIsToldWithItsPlace) {
  const auto why = [](const std::string& page) { return fault([&] { read_page(page); }); };
  EXPECT_TRUE(why("<meta charset=gbk>\n<p>\xFF\xFF</p>").starts_with("a.html: byte 22 (line 2): not of the encoding"));
  EXPECT_NE(why(coded("<meta charset=utf-7>")).find("utf-7"), std::string::npos);
  EXPECT_NE(why(coded("<meta charset=utf-8>")).find("not UTF-8"), std::string::npos);
  EXPECT_NE(why(coded("<meta charset='../x'>")).find("../x"), std::string::npos);
  EXPECT_NE(why(coded("<!-- charset=windows-1258 -->")).find("not UTF-8"), std::string::npos);
  EXPECT_NE(why("<p>a\0b</p>"s).find("zero byte"), std::string::npos);
}

}  // namespace
}  // namespace soat::document
