#include <gtest/gtest.h>

#include <string>

#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(Html, ReadsWhatAPageTellsOfItself) {
  const json item = read_html(
      "<html lang=vi><head><title>Nước nổi về muộn | Báo Đồng Bằng</title><meta property='og:site_name' content='Báo "
      "Đồng Bằng'>"
      "<link rel=canonical href='https://dongbang.example/a'></head><body><p>Thứ Sáu, 25/06/2021, 11:15 [GMT+7]</p>"
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"author\":{\"name\":\"Võ Văn "
      "Bé\"}}</script></body></html>",
      "a.html")[0];
  EXPECT_EQ(item["type"], "article-newspaper");
  EXPECT_EQ(item["title"], "Nước nổi về muộn");
  EXPECT_EQ(item["container-title"], "Báo Đồng Bằng");
  EXPECT_EQ(item["URL"], "https://dongbang.example/a");
  EXPECT_EQ(item["issued"]["date-parts"], json::parse("[[2021,6,25]]"));
  EXPECT_EQ(item["author"][0]["family"], "Võ");
}

TEST(Html, CitationTagsGoFirst) {
  const json item = read_html(
      "<meta name=citation_title content='Chợ nổi'><meta name=citation_author content='Trần, Văn Ổn'><meta "
      "name=citation_journal_title content=Chợ>"
      "<meta name=citation_publication_date content='2019/03'><meta name=citation_firstpage content=4><meta "
      "name=citation_lastpage content=9>"
      "<meta property=og:title content='khác'>",
      "a.html")[0];
  EXPECT_EQ(item["type"], "article-journal");
  EXPECT_EQ(item["title"], "Chợ nổi");
  EXPECT_EQ(item["page"], "4-9");
  EXPECT_EQ(item["issued"]["date-parts"], json::parse("[[2019,3]]"));
}

TEST(Html, HostilePagesDoNoHarm) {
  std::string deep = "<title>Đò</title>";
  for (int i = 0; i < 50000; ++i) deep += "<div>";
  EXPECT_EQ(read_html(deep, "a.html")[0]["title"], "Đò");
  EXPECT_THROW(read_html("", "a.html"), Error);
  EXPECT_THROW(read_html("<p>không có gì</p>", "a.html"), Error);
  const json item = read_html("<title>Đò</title><link rel=canonical href='javascript:alert(1)'>", "a.html")[0];
  EXPECT_FALSE(item.contains("URL"));
}

TEST(Html, ATitleThatCannotBeSeenIsNone) {
  for (const char* title : {"&#x81;&#x81;", "&#1;", "\uFFFD", "\u200B &nbsp;"})
    EXPECT_THROW(read_html("<title>" + std::string(title) + "</title><p>Một", "a.html"), Error) << title;
  const std::string unseen =
      "<meta name=citation_title content='&#x81;'><meta property=og:title content='&#x81;'>"
      "<script type='application/ld+json'>{\"@type\":\"Article\",\"headline\":\"\\u0081\"}</script><h1>&#x81;</h1>";
  EXPECT_EQ(read_html(unseen + "<title>Đò</title>", "a.html")[0]["title"], "Đò");
  EXPECT_EQ(read_html(unseen + "<title>&#x81;</title><h1>Đò</h1>", "a.html")[0]["title"], "Đò");
  EXPECT_THROW(read_html(unseen, "a.html"), Error);
}

}  // namespace
}  // namespace soat::citation
