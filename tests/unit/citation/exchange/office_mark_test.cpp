#include "citation/exchange/office_mark.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(OfficeMark, AnArticle) {
  EXPECT_EQ(item_of_office_mark({{"identifier", "Anh99"},
                                 {"bibliography-type", "article"},
                                 {"author", "Nguyễn Thị Ánh; Smith, John"},
                                 {"title", "50% {của} $10 & ghe"},
                                 {"journal", "Tạp chí Sông"},
                                 {"volume", "3"},
                                 {"number", "2"},
                                 {"pages", "4-9"},
                                 {"year", "1999"},
                                 {"month", "5"},
                                 {"url", "https://x.example/a_b%20c"}}),
            (json{{"id", "Anh99"},
                  {"type", "article-journal"},
                  {"author", {{{"family", "Nguyễn"}, {"given", "Thị Ánh"}}, {{"family", "Smith"}, {"given", "John"}}}},
                  {"title", "50% {của} $10 & ghe"},
                  {"container-title", "Tạp chí Sông"},
                  {"volume", "3"},
                  {"issue", "2"},
                  {"page", "4-9"},
                  {"issued", {{"date-parts", json::array({json::array({1999, 5})})}}},
                  {"URL", "https://x.example/a_b%20c"}}));
}

TEST(OfficeMark, WhatHasNoPlaceIsKeptInTheNote) {
  const json item = item_of_office_mark({{"identifier", "B"},
                                         {"bibliography-type", "www"},
                                         {"title", "Bến"},
                                         {"publisher", "Phù Sa"},
                                         {"institution", "Viện"},
                                         {"note", "quý"},
                                         {"custom2", "kệ 7"}});
  EXPECT_EQ(item["type"], "webpage");
  EXPECT_EQ(item["publisher"], "Phù Sa");
  EXPECT_EQ(item["note"], "quý; kệ 7; Viện");
}

TEST(OfficeMark, NamesOfTheInterface) {
  EXPECT_EQ(office_mark_field("BibiliographicType"), "bibliography-type");
  EXPECT_EQ(office_mark_field("Report_Type"), "report-type");
  EXPECT_EQ(office_mark_field("LocalURL"), "");
  EXPECT_EQ(office_mark_type(1), "book");
  EXPECT_EQ(office_mark_type(16), "www");
  EXPECT_EQ(office_mark_type(-1), "");
  EXPECT_EQ(office_mark_type(22), "");
}

}  // namespace
}  // namespace soat::citation
