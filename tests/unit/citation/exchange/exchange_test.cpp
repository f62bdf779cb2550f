#include "citation/exchange/exchange.h"

#include <gtest/gtest.h>

#include "citation/csl/item_list.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(BibTeX, ReadsNamesAccentsMacrosAndPages) {
  const json items = read_bibtex(
      "@string{cho = \"Tạp chí Chợ\"}\n@article{an, author = {Ph\\d{a}m \\'{\\ohorn} and Lê, Thị Hoa and {Bộ Y tế}},"
      " title = \"Chợ {Phiên} \\& tiếng rao\", journal = cho # { quê}, year = 2019, month = mar, pages = {45--58}}",
      "a.bib");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["title"], "Chợ Phiên & tiếng rao");
  EXPECT_EQ(items[0]["container-title"], "Tạp chí Chợ quê");
  EXPECT_EQ(items[0]["page"], "45-58");
  EXPECT_EQ(items[0]["issued"]["date-parts"], json::parse("[[2019,3]]"));
  EXPECT_EQ(items[0]["author"][0]["family"], "Phạm");
  EXPECT_EQ(items[0]["author"][0]["given"], "ớ");
  EXPECT_EQ(items[0]["author"][1]["given"], "Thị Hoa");
  EXPECT_EQ(items[0]["author"][2]["literal"], "Bộ Y tế");
}

TEST(BibTeX, ADamagedEntryCostsOnlyItself) {
  const json items = read_bibtex("@book{a, title={Không đóng\n@book{b, title={Đò ngang}}", "a.bib");
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0]["id"], "b");
}

TEST(BibTeX, MacrosThatMultiplyEnd) {
  std::string text = "@string{a0 = \"xxxxxxxxxx\"}\n";
  for (int i = 1; i < 40; ++i) {
    const std::string before = "a" + std::to_string(i - 1);
    text += "@string{a" + std::to_string(i) + " = " + before + " # " + before + " # " + before + " # " + before + "}\n";
  }
  text += "@book{b, title={Đò}, note = a39}";
  EXPECT_LT(read_bibtex(text, "a.bib").dump().size(), std::size_t{8} << 20);
}

TEST(BibTeX, WhatIsWrittenIsReadAgain) {
  const json items = json::parse(
      R"([{"id":"a","type":"book","title":"100 % Đò & {bến}","author":[{"family":"Trần","given":"Văn Ổn"},{"literal":"Sở Y tế"}],"issued":{"date-parts":[[2005,3,1]]},"publisher":"Phù Sa","DOI":"10.5/a_b"}])");
  const json again = read_bibtex(write_bibtex(items), "a.bib");
  ASSERT_EQ(again.size(), 1U);
  EXPECT_EQ(again[0]["title"], "100 % Đò & bến");
  for (const char* key : {"id", "type", "author", "issued", "publisher", "DOI"})
    EXPECT_EQ(again[0][key], items[0][key]) << key;
}

TEST(Ris, WhatIsWrittenIsReadAgain) {
  const json items = json::parse(
      R"([{"id":"a","type":"article-journal","title":"Chợ nổi","container-title":"Tạp chí Chợ","author":[{"family":"Trần","given":"Văn Ổn"},{"literal":"Sở Y tế"}],"issued":{"date-parts":[[2005,3,1]]},"page":"4-9","volume":"2","issue":"1"}])");
  EXPECT_EQ(read_ris(write_ris(items), "a.ris"), items);
}

TEST(Ris, ForgottenEndsAndLongLines) {
  const json items = read_ris("TY  - BOOK\nTI  - Đò\n ngang\nTY  - BOOK\nTI  - Bến", "a.ris");
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]["title"], "Đò ngang");
}

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

TEST(CslJson, SaysWhereItIsDamaged) {
  EXPECT_THROW(read_csl_json("[{\"id\":", "a.json"), Error);
  EXPECT_THROW(read_csl_json("3", "a.json"), Error);
  EXPECT_THROW(read_csl_json("[2E822]", "a.json"), Error);
  EXPECT_THROW(read_csl_json(std::string(100000, '['), "a.json"), Error);
  EXPECT_EQ(read_csl_json(R"([{"id":7,"title":"Đò"}])", "a.json")[0]["id"], "7");
}

TEST(CslJson, TellsWhatItCannotTakeIn) {
  Remarks remarks;
  const json items = read_csl_json(
      R"([{"id":"a","type":"book","title":"Ghe","author":"Lê Hoa","issued":"2014","editor":["Sở Du lịch"]},5,
          {"id":"b","type":"book","title":{"vi":"Bến"},"issued":2015}])",
      "a.json", &remarks);
  EXPECT_EQ(items, json::parse(R"([{"id":"a","type":"book","title":"Ghe","author":[{"family":"Lê","given":"Hoa"}],
      "issued":{"raw":"2014"},"editor":[{"literal":"Sở Du lịch"}]},
      {"id":"b","type":"book","issued":{"date-parts":[[2015]]}}])"));
  ASSERT_EQ(remarks.size(), 2U);
  EXPECT_EQ(remarks[0].text.utf8(text::Language::en), "a.json: item number 2 is no object and is left out");
  EXPECT_EQ(remarks[1].text.utf8(text::Language::en), "a.json: item \"b\": title: expected a text; it is left out");
  EXPECT_TRUE(remarks[0].lost && remarks[1].lost);
}

TEST(CslJson, ItemsToBeFormattedTellOfTheirEncoding) {
  Remarks remarks;
  std::vector<ItemFault> faults;
  const json items =
      read_sound_items("[{\"id\":\"a\",\"type\":\"book\",\"title\":\"caf\xE9\"}]", "a.json", faults, &remarks);
  EXPECT_EQ(items[0]["title"], "café");
  EXPECT_TRUE(faults.empty());
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_FALSE(remarks[0].lost);
}

TEST(CslJson, ItemsOfZoteroItself) {
  const json items = read_csl_json(
      R"({"items":[{"itemType":"bookSection","citationKey":"ben2011","title":"Ghe","bookTitle":"Sông","creators":[{"creatorType":"author","firstName":"Út","lastName":"Sóng"},{"creatorType":"editor","name":"Viện Thủy văn"}],"date":"2011-03-04","place":"Vinh","DOI":"https://doi.org/10.7/g"},{"itemType":"note","note":"x"}]})",
      "a.json");
  EXPECT_EQ(
      items,
      json::parse(
          R"([{"id":"ben2011","type":"chapter","title":"Ghe","container-title":"Sông","author":[{"family":"Sóng","given":"Út"}],"editor":[{"literal":"Viện Thủy văn"}],"issued":{"date-parts":[[2011,3,4]]},"publisher-place":"Vinh","DOI":"10.7/g"}])"));
}

TEST(Sources, MayBeInUtf16) {
  for (const bool little : {true, false}) {
    std::string bytes;
    for (const char16_t unit : std::u16string(u"\uFEFF@book{a, title={Đò ngang}}")) {
      const char low = static_cast<char>(unit & 0xFF);
      const char high = static_cast<char>(unit >> 8);
      bytes += little ? low : high;
      bytes += little ? high : low;
    }
    EXPECT_EQ(read_bibtex(bytes, "a.bib")[0]["title"], "Đò ngang");
  }
}

TEST(Sources, GoByTheExtension) {
  EXPECT_EQ(read_sources("[]", "A.JSON"), json::array());
  EXPECT_THROW(read_sources("", "a.pdf"), Error);
}

}  // namespace
}  // namespace soat::citation
