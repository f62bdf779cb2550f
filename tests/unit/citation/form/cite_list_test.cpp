#include "citation/form/cite_list.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(CiteList, SourcesAreAddedMovedAndTakenOut) {
  CiteList list;
  list.add({{"title", "Một"}}, "urn:a");
  list.add({{"title", "Hai"}}, "urn:b");
  list.add({{"title", "Ba"}}, "");
  EXPECT_EQ(list.move(2, -1), 1U);
  EXPECT_EQ(list.move(0, -1), 0U);
  EXPECT_EQ(list.move(2, 1), 2U);
  EXPECT_EQ(list.json()[1]["itemData"]["title"], "Ba");
  EXPECT_FALSE(list.json()[1].contains("uris"));
  list.remove(0);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list.json()[1]["uris"][0], "urn:b");
}

TEST(CiteList, HowTheLibraryIsArrangedStaysThere) {
  CiteList list;
  list.add({{"title", "Một"}, {"keyword", "đọc lại"}, {"custom", {{"collections", {"Luận án"}}}}}, "urn:a");
  EXPECT_EQ(list.json()[0]["itemData"], nlohmann::ordered_json({{"title", "Một"}}));
}

TEST(CiteList, ASourceIsAddedAgainOnlyForAnotherPlace) {
  CiteList list;
  EXPECT_EQ(list.add({{"title", "Một"}}, "urn:a"), 0U);
  EXPECT_EQ(list.add({{"title", "Hai"}}, "urn:b"), 1U);
  EXPECT_EQ(list.add({{"title", "Một"}}, "urn:a"), 0U);
  list.set_locator(0, "page", "5");
  EXPECT_EQ(list.add({{"title", "Một"}}, "urn:a"), 2U);
  list.set_prefix(2, "xem");
  EXPECT_EQ(list.add({{"title", "Một"}}, "urn:a"), 3U);
  // Without an address it is not known to be the same.
  EXPECT_EQ(list.add({{"title", "Ba"}}, ""), 4U);
  EXPECT_EQ(list.add({{"title", "Ba"}}, ""), 5U);
}

TEST(CiteList, TakesInAnotherList) {
  CiteList list;
  list.add({{"title", "Một"}}, "urn:a");
  CiteList others;
  others.add({{"title", "Hai"}}, "urn:b");
  others.add({{"title", "Ba"}}, "urn:c");
  list.insert(others, 1);
  list.insert(CiteList(), 0);
  others.insert(list, 0);
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list.json()[0]["uris"][0], "urn:a");
  EXPECT_EQ(list.json()[2]["uris"][0], "urn:c");
  ASSERT_EQ(others.size(), 5U);
  EXPECT_EQ(others.json()[0]["uris"][0], "urn:a");
  EXPECT_EQ(others.json()[4]["uris"][0], "urn:c");
}

TEST(CiteList, PlacesPrefixesAndSuffixes) {
  CiteList list;
  list.add({{"title", "Một"}}, "urn:a");
  EXPECT_EQ(list.label(0), "page");
  list.set_locator(0, "chapter", " 2 ");
  list.set_prefix(0, "xem");
  list.set_suffix(0, "và các trang sau");
  list.set_suppress_author(0, true);
  EXPECT_EQ(list.json()[0]["locator"], "2");
  EXPECT_EQ(list.json()[0]["label"], "chapter");
  EXPECT_EQ(list.json()[0]["prefix"], "xem ");
  EXPECT_EQ(list.json()[0]["suffix"], " và các trang sau");
  EXPECT_TRUE(list.suppresses_author(0));
  EXPECT_EQ(list.line(0, true), "[chương 2] Một");
  list.set_suffix(0, ", hết");
  EXPECT_EQ(list.suffix(0), ", hết");
  list.set_locator(0, "chapter", "");
  list.set_prefix(0, "");
  list.set_suffix(0, "");
  list.set_suppress_author(0, false);
  EXPECT_EQ(list.json()[0].size(), 2U) << list.json();
}

TEST(CiteList, WhatACitationHoldsBesidesStays) {
  const auto items = nlohmann::ordered_json::parse(
      R"([{"id":7,"uris":["http://zotero.org/users/1/items/AB"],"itemData":{"id":7,"title":"Chợ"},"x":1,"label":"sub verbo","locator":"a"},3])");
  CiteList list(items);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list.json()[0], items[0]);
  EXPECT_EQ(list.line(0, true), "[mục từ a] Chợ");
}

}  // namespace
}  // namespace soat::citation
