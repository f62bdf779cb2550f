#include "citation/exchange/zotero_items.h"

#include <gtest/gtest.h>

#include <string>

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
  const auto text = [&](const char* key) { return item.at(key).get<std::string>(); };
  EXPECT_EQ(text("keyword"), "lũ, sông");
  EXPECT_EQ(text("PMID"), "77");
  EXPECT_EQ(item["original-date"]["date-parts"].dump(), "[[1950]]");
  EXPECT_EQ(text("id"), "ghe1");
  EXPECT_EQ(text("note"), "ghi chú: riêng");
}

TEST(ZoteroFiles, ALinkedFileIsNamedWithoutTheFolderOfZoterosSettings) {
  EXPECT_EQ(linked_file("/home/lan/a.pdf"), "/home/lan/a.pdf");
  EXPECT_EQ(linked_file("attachments:luật/c.pdf"), "luật/c.pdf");
  EXPECT_EQ(linked_file(""), "");
}

}  // namespace
}  // namespace soat::citation
