#include <gtest/gtest.h>

#include <string>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

using nlohmann::json;

json read_page(const std::string& head, const std::string& linked = {}, const std::string& body = {}) {
  return read_html("<!DOCTYPE html><html lang=vi><head><meta charset=utf-8>" + head +
                       (linked.empty() ? "" : "<script type='application/ld+json'>" + linked + "</script>") +
                       "</head><body>" + body + "</body></html>",
                   "a.html")[0];
}

std::string meta(const std::string& name, const std::string& content) {
  return "<meta name=\"" + name + "\" property=\"" + name + "\" content=\"" + content + "\">";
}

TEST(Page, APaperIsNotItsAuthor) {
  const std::string news =
      R"({"@type":"NewsArticle","headline":"Nước về","author":{"@type":"Person","name":"Võ Bến"},"publisher":{"name":"Báo Miền Sông"}})";
  for (const char* said : {"Báo Miền Sông", "Miền Sông Online", "miensong.example", "admin", "BTV"}) {
    const json item =
        read_page("<title>Nước về</title>" + meta("author", said) + meta("og:site_name", "miensong.example"), news);
    EXPECT_EQ(item["author"], json::parse(R"([{"family":"Võ","given":"Bến"}])")) << said;
    EXPECT_EQ(item["container-title"], "Báo Miền Sông") << said;
  }
  // Where nobody else is named, the paper is none either.
  const json item = read_page("<title>Nước về</title><link rel=canonical href='https://www.miensong.example.vn/a'>" +
                              meta("author", "Báo Miền Sông") + meta("og:site_name", "Miền Sông"));
  EXPECT_FALSE(item.contains("author")) << item;
}

TEST(Page, OneLineNamesSeveral) {
  const auto authors = [](const std::string& line) {
    return read_page("<title>T</title>", R"({"@type":"NewsArticle","author":")" + line + "\"}")["author"].size();
  };
  EXPECT_EQ(authors("Võ Bến, Lê Thị Sông"), 2U);
  EXPECT_EQ(authors("Võ Bến - Lê Thị Sông"), 2U);
  EXPECT_EQ(authors("Bài và ảnh: Võ Bến"), 1U);
  EXPECT_EQ(authors("Võ, Bến"), 1U);
  const json listed = read_page(meta("citation_title", "T") + meta("citation_authors", "Võ, Bến; Lê, Thị Sông"));
  EXPECT_EQ(listed["author"], json::parse(R"([{"family":"Võ","given":"Bến"},{"family":"Lê","given":"Thị Sông"}])"));
}

TEST(Page, RepositoriesTellTheKind) {
  const json thesis = read_page("<title>Kho: Ghe</title>" + meta("DC.type", "Luận án") + meta("citation_title", "Ghe") +
                                meta("citation_author", "Võ, Bến") + meta("citation_publisher", "Trường X") +
                                meta("citation_abstract_html_url", "http://kho.example/1"));
  EXPECT_EQ(thesis["type"], "thesis");
  EXPECT_EQ(thesis["publisher"], "Trường X");
  EXPECT_EQ(thesis["URL"], "http://kho.example/1");
  EXPECT_FALSE(thesis.contains("container-title"));
  const json book = read_page(meta("DC.type", "Book") + meta("DC.title", "Ghe") + meta("DC.publisher", "Nhà Sóng") +
                              meta("DC.identifier", "https://kho.example/2"));
  EXPECT_EQ(book["type"], "book");
  EXPECT_EQ(book["publisher"], "Nhà Sóng");
}

TEST(Page, APageOfALawIsTheLaw) {
  const json decree = read_page("<title>Nghị định 12/2021/NĐ-CP về bến thủy | Kho văn bản</title>" +
                                meta("og:site_name", "Kho văn bản"));
  EXPECT_EQ(decree["type"], "legislation");
  EXPECT_EQ(decree["number"], "12/2021/NĐ-CP");
  EXPECT_EQ(decree["title"], "bến thủy");
  EXPECT_EQ(read_page("<title>Thông tư 06/2022/TT-BGTVT đăng ký phương tiện thủy</title>")["title"],
            "đăng ký phương tiện thủy");
  const json law = read_page("<title>Luật Thủy lợi 2017, Luật số 08/2017/QH14 mới nhất</title>");
  EXPECT_EQ(law["number"], "08/2017/QH14");
  EXPECT_EQ(law["title"], "Luật Thủy lợi");
  const json news = read_page("<title>Nghị định 12/2021/NĐ-CP có gì mới</title>",
                              R"({"@type":"NewsArticle","headline":"Nghị định 12/2021/NĐ-CP có gì mới"})");
  EXPECT_EQ(news["type"], "article-newspaper");
  for (const char* title : {"Nghị định 12/2021/NĐ-CP có gì mới", "Thông tư 06/2022/TT-BGTVT: ghe nào phải đăng ký?",
                            "Nghị định 12/2021/NĐ-CP sẽ thay đổi cách thu phí bến"}) {
    const json about = read_page(std::string("<title>") + title + "</title>");
    EXPECT_EQ(about["type"], "webpage") << title;
    EXPECT_EQ(about["title"], title);
  }
}

TEST(Page, TitlesWithoutSitesAndPortals) {
  EXPECT_EQ(read_page("<title>Ghe về - Cổng thông tin điện tử tỉnh X</title>")["title"], "Ghe về");
  EXPECT_EQ(read_page("<title>Chi tiết tin</title>", {}, "<h1>Cổng thông tin điện tử</h1><h1>Ghe về bến</h1>")["title"],
            "Ghe về bến");
  const json entry = read_page(
      "<title>Ghe bầu – Wikipedia tiếng Việt</title>",
      R"({"@type":"Article","name":"Ghe bầu","headline":"loại ghe biển","author":{"@type":"Organization","name":"Những người đóng góp vào Wikimedia"}})");
  EXPECT_EQ(entry["title"], "Ghe bầu");
  EXPECT_EQ(entry["author"][0]["literal"], "Những người đóng góp vào Wikimedia");
}

TEST(Page, BlogsTellTheirNameAuthorAndDay) {
  const json post =
      read_page("<title>Chuyện bến: Ghe về</title>" + meta("generator", "blogger") + meta("og:title", "Ghe về"), {},
                "<h2 class='date-header'><span>Thứ Năm, 3 tháng 5, 2012</span></h2><a class='g-profile' "
                "rel='author'><span>Võ Bến</span></a>");
  EXPECT_EQ(post["type"], "post-weblog");
  EXPECT_EQ(post["container-title"], "Chuyện bến");
  EXPECT_EQ(post["author"][0]["family"], "Võ");
  EXPECT_EQ(post["issued"]["date-parts"], json::parse("[[2012,5,3]]"));
}

TEST(Page, BylinesAndNamesOfSitesWhereNothingElseTells) {
  const json item =
      read_page("<title>Ghe về</title>" + meta("author", "SongF") + meta("og:site_name", "songf.example.vn"), {},
                "<p class='comment-author'>Ai Đó</p><p class='detail-author'>Võ Bến (T/H)</p>");
  EXPECT_EQ(item["container-title"], "songf.example.vn");
  EXPECT_EQ(item["author"][0]["literal"], "SongF");
  const json named = read_page("<title>Ghe về</title>" + meta("author", "SongF") + meta("og:site_name", "songf.vn"), {},
                               "<p class='comment-author'>Ai Đó</p><p class='detail-author'>Võ Bến (T/H)</p>");
  EXPECT_EQ(named["container-title"], "SongF");
  EXPECT_EQ(named["author"], json::parse(R"([{"family":"Võ","given":"Bến"}])"));
}

TEST(Page, LineEndsInsideStringsOfJson) {
  EXPECT_EQ(read_page("<title>T</title>", "{\"@type\":\"NewsArticle\",\n\"headline\":\"Ghe\nvề\"}")["title"], "Ghe về");
}

TEST(Page, HostilePagesCostTheirLength) {
  EXPECT_EQ(read_html("<title>T</title><p>Thứ " + std::string(2'000'000, '1'), "a.html")[0]["title"], "T");
  std::string attributes = "<title>T</title><body";
  for (int i = 0; i < 100'000; ++i) attributes += " a" + std::to_string(i) + "='>'";
  EXPECT_EQ(read_html(attributes + "><meta property=og:site_name content=S>", "a.html")[0]["container-title"], "S");
  std::string nested = "<title>T</title>";
  for (int i = 0; i < 100'000; ++i) nested += "<h1 class=author>";
  EXPECT_EQ(read_html(nested, "a.html")[0]["title"], "T");
  EXPECT_EQ(read_page("<title>T</title>", "{\"@type\":\"Article\",\"headline\":\"a <b c='1' d e\"}")["title"],
            "a <b c='1' d e");
}

}  // namespace
}  // namespace soat::citation
