#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

constexpr const char* head =
    R"(<?xml version="1.0"?><b:Sources xmlns:b="http://schemas.openxmlformats.org/officeDocument/2006/bibliography" )"
    R"(SelectedStyle="\APASixthEditionOfficeOnline.xsl" StyleName="APA">)";

json read(const std::string& source) {
  return read_sources(std::string(head) + "<b:Source>" + source + "</b:Source></b:Sources>", "Sources.xml").at(0);
}

json parts(int year, int month, int day) {
  return {{"date-parts", json::array({json::array({year, month, day})})}};
}

TEST(WordSources, AVietnameseBookHasAllItsFields) {
  const json item = read(
      "<b:Tag>Ngu99</b:Tag><b:SourceType>Book</b:SourceType><b:Guid>{1}</b:Guid><b:LCID>1066</b:LCID>"
      "<b:Author><b:Author><b:NameList><b:Person><b:Last>Nguyễn</b:Last><b:Middle>Thị</b:Middle><b:First>Ánh</b:First>"
      "</b:Person><b:Person><b:Last>Smith</b:Last><b:First>John</b:First><b:Middle>Q.</b:Middle></b:Person>"
      "</b:NameList></b:Author><b:Translator><b:NameList><b:Person><b:Last>Lê</b:Last><b:First>Bình</b:First>"
      "</b:Person></b:NameList></b:Translator></b:Author><b:Title>Chợ nổi &amp; ghe</b:Title><b:Year>1999</b:Year>"
      "<b:City>Cần Thơ</b:City><b:CountryRegion>Việt Nam</b:CountryRegion><b:Publisher>Phù Sa</b:Publisher>"
      "<b:Edition>2</b:Edition><b:StandardNumber>978-604-1-00000-1</b:StandardNumber><b:Comments>quý</b:Comments>"
      "<b:RefOrder>1</b:RefOrder>");
  EXPECT_EQ(
      item,
      (json{{"id", "Ngu99"},
            {"type", "book"},
            {"title", "Chợ nổi & ghe"},
            {"language", "vi-VN"},
            {"author", {{{"family", "Nguyễn"}, {"given", "Thị Ánh"}}, {{"family", "Smith"}, {"given", "John Q."}}}},
            {"translator", {{{"family", "Lê"}, {"given", "Bình"}}}},
            {"issued", {{"date-parts", json::array({json::array({1999})})}}},
            {"publisher-place", "Cần Thơ, Việt Nam"},
            {"publisher", "Phù Sa"},
            {"edition", "2"},
            {"ISBN", "978-604-1-00000-1"},
            {"note", "quý"}}));
}

TEST(WordSources, PagesOfTheWebBodiesAndDates) {
  const json item = read(
      "<b:Tag>Bo20</b:Tag><b:SourceType>DocumentFromInternetSite</b:SourceType><b:Author><b:Author><b:Corporate>Bộ Y "
      "tế</b:Corporate></b:Author></b:Author><b:Title>Thông "
      "báo</b:Title><b:InternetSiteTitle>Cổng</b:InternetSiteTitle>"
      "<b:Year>2020</b:Year><b:Month>Tháng 3</b:Month><b:Day>5</b:Day><b:YearAccessed>2021</b:YearAccessed>"
      "<b:MonthAccessed>December</b:MonthAccessed><b:DayAccessed>31</b:DayAccessed><b:URL>https://x.example/a?b=1&amp;c"
      "</b:URL>");
  EXPECT_EQ(item["author"], (json{{{"literal", "Bộ Y tế"}}}));
  EXPECT_EQ(item["type"], "webpage");
  EXPECT_EQ(item["container-title"], "Cổng");
  EXPECT_EQ(item["issued"], parts(2020, 3, 5));
  EXPECT_EQ(item["accessed"], parts(2021, 12, 31));
  EXPECT_EQ(item["URL"], "https://x.example/a?b=1&c");
}

TEST(WordSources, WhatHasNoPlaceIsKeptInTheNote) {
  const json item = read(
      "<b:Tag>R</b:Tag><b:SourceType>Report</b:SourceType><b:Title>Đê</b:Title><b:Publisher>Nhà A</b:Publisher>"
      "<b:Institution>Viện B</b:Institution><b:Year>sắp in</b:Year>");
  EXPECT_EQ(item["publisher"], "Nhà A");
  EXPECT_EQ(item["note"], "Institution: Viện B");
  EXPECT_EQ(item["issued"], (json{{"literal", "sắp in"}}));
}

TEST(WordSources, AKindThatIsMissingOrUnknownIsADocument) {
  for (const char* kind : {"", "<b:SourceType/>", "<b:SourceType>Hologram</b:SourceType>"}) {
    const json item = read(std::string("<b:Tag>A</b:Tag>") + kind + "<b:Title>Ghe</b:Title>");
    EXPECT_EQ(item, (json{{"id", "A"}, {"type", "document"}, {"title", "Ghe"}})) << kind;
  }
}

TEST(WordSources, DamageIsTold) {
  EXPECT_THROW(read_word_sources(std::string(head) + "<b:Source><b:Tag>a", "Sources.xml"), Error);
  EXPECT_THROW(read_word_sources("<x/>", "Sources.xml"), Error);
  EXPECT_EQ(read_word_sources(std::string(head) + "</b:Sources>", "Sources.xml"), json::array());
}

}  // namespace
}  // namespace soat::citation
