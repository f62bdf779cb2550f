#include "citation/exchange/web_page.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

constexpr reference::PartialDate today{2026, 3, 9};

json read(const std::string& bytes, const std::string& type = "text/html",
          const std::string& url = "https://www.bao-phu-sa.example/cho-noi.html") {
  return read_web_page({url, type, bytes}, today);
}

TEST(WebAddress, OnlyOfTheWeb) {
  EXPECT_EQ(web_address(" <https://a.example/x?y=1#z> "), "https://a.example/x?y=1");
  EXPECT_EQ(web_address("HTTP://a.example"), "http://a.example");
  EXPECT_EQ(web_address("www.a.example/đò ngang"), "https://www.a.example/%C4%91%C3%B2%20ngang");
  for (const char* bad :
       {"", "file:///etc/passwd", "ftp://a.example/", "javascript:alert(1)", "https://", "https:///x",
        "https://ai@a.example/", "https://a b.example/", "https://a.example/\nHost: b", "a.example", "https://:80/"})
    EXPECT_EQ(web_address(bad), std::nullopt) << bad;
  EXPECT_EQ(web_address("https://a.example/" + std::string(5000, 'x')), std::nullopt);
}

TEST(WebAddress, NameOfTheServer) {
  EXPECT_EQ(host_of("https://www.A.example:8080/x"), "a.example");
  EXPECT_EQ(host_of("nothing"), "");
}

TEST(WebPage, HasAtLeastAddressSiteAndDay) {
  const json item = read("<html><body>Không có gì");
  EXPECT_EQ(item["type"], "webpage");
  EXPECT_EQ(item["URL"], "https://www.bao-phu-sa.example/cho-noi.html");
  EXPECT_EQ(item["container-title"], "bao-phu-sa.example");
  EXPECT_EQ(item["accessed"]["date-parts"], json::parse("[[2026,3,9]]"));
  EXPECT_FALSE(item.contains("title"));
  EXPECT_EQ(read("")["container-title"], "bao-phu-sa.example");
}

TEST(WebPage, AFrontPageIsNotTheAddressOfAnother) {
  const std::string page = "<title>Chợ nổi</title><link rel=canonical href='https://bao-phu-sa.example/'>";
  EXPECT_EQ(read(page)["URL"], "https://www.bao-phu-sa.example/cho-noi.html");
  EXPECT_EQ(read(page, "text/html", "https://www.bao-phu-sa.example")["URL"], "https://bao-phu-sa.example/");
}

TEST(WebPage, EncodingIsThatOfTheBytes) {
  const std::string utf8 = "<title>Chợ nổi họp sớm</title>";
  for (const char* type : {"text/html", "text/html; charset=utf-8", "text/html;charset=\"ISO-8859-1\"",
                           "text/html; charset=windows-1258", "text/html; charset=no-such"})
    EXPECT_EQ(read(utf8, type)["title"], "Chợ nổi họp sớm") << type;
  EXPECT_EQ(read("<meta charset=iso-8859-1>" + utf8)["title"], "Chợ nổi họp sớm");
  EXPECT_EQ(read("\xEF\xBB\xBF" + utf8)["title"], "Chợ nổi họp sớm");
}

TEST(WebPage, EncodingsFromBeforeUnicode) {
  // "Chợ nổi": o-horn F5, dot below F2; o-circumflex F4, hook above D2.
  const std::string title = "<title>Ch\xF5\xF2 n\xF4\xD2i</title>";
  EXPECT_EQ(read(title, "text/html; charset=windows-1258")["title"], "Chợ nổi");
  EXPECT_EQ(read("<meta http-equiv=content-type content='text/html; charset=windows-1258'>" + title)["title"],
            "Chợ nổi");
  EXPECT_EQ(read(title)["title"], "Chợ nổi");
  EXPECT_EQ(read("<title>Caf\xE9</title>", "text/html; charset=iso-8859-1")["title"], "Café");
  const std::u16string wide = u"\uFEFF<title>Chợ nổi</title>";
  std::string bytes;
  for (const char16_t unit : wide) {
    bytes += static_cast<char>(unit & 0xFF);
    bytes += static_cast<char>(unit >> 8);
  }
  EXPECT_EQ(read(bytes)["title"], "Chợ nổi");
}

TEST(WebPage, DateInOldEncoding) {
  // "Thứ Sáu": u-horn FD, acute EC.
  EXPECT_EQ(read("<title>x</title><p>Th\xFD\xEC S\xE1u, 25/06/2021",
                 "text/html; charset=windows-1258")["issued"]["date-parts"],
            json::parse("[[2021,6,25]]"));
}

TEST(WebPage, OtherFilesAreNone) {
  EXPECT_THROW(read("%PDF-1.7", "application/pdf"), Error);
  EXPECT_THROW(read("%PDF-1.7", ""), Error);
  EXPECT_THROW(read("GIF89a", "image/gif"), Error);
  EXPECT_THROW(read("chỉ là chữ", "text/plain"), Error);
  EXPECT_EQ(read("<!DOCTYPE html><title>Đò</title>", "")["title"], "Đò");
  EXPECT_EQ(read("<html><title>Đò</title>", "application/octet-stream")["title"], "Đò");
  EXPECT_THROW(read("<title>" + std::string(std::size_t{17} << 20, 'x')), Error);
}

}  // namespace
}  // namespace soat::citation
