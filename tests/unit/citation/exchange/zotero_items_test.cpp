#include "citation/exchange/zotero_items.h"

#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(ZoteroJson, TagsAndExtraAreRead) {
  const json items = read_csl_json(
      R"({"items":[{"itemType":"journalArticle","title":"Ghe","tags":[{"tag":"lũ"},{"tag":"sông"}],
          "extra":"PMID: 77\noriginal-date: 1950\nCitation Key: ghe1\nghi chú: riêng"}]})",
      "a.json");
  const json& item = items.at(0);
  EXPECT_EQ(item["keyword"], "lũ, sông");
  EXPECT_EQ(item["PMID"], "77");
  EXPECT_EQ(item["original-date"]["date-parts"].dump(), "[[1950]]");
  EXPECT_EQ(item["id"], "ghe1");
  EXPECT_EQ(item["note"], "ghi chú: riêng");
}

}  // namespace
}  // namespace soat::citation
