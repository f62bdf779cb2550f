#include "citation/zotero/codec.h"

#include <gtest/gtest.h>

#include "text/error.h"
#include "text/utf.h"

namespace soat::citation::zotero {
namespace {

// clang-format off
const std::string kName =
    R"x(ZOTERO_ITEM CSL_CITATION {"citationID":"a2kT9bQx","properties":{"formattedCitation":"(Nguy\\uc0\\u7877{}n 2020)","plainCitation":"(Nguyễn 2020)","noteIndex":0},"citationItems":[{"id":"s/A","uris":["http://zotero.org/users/local/X/items/Y"],"itemData":{"id":1,"type":"book","title":"Đò ngang {1}","x-own":[1,2]}}],"schema":"https://github.com/citation-style-language/schema/raw/master/csl-citation.json"} RNDAbCdEfGh12)x";
// clang-format on

TEST(ZoteroCode, NamesComeBackByteForByte) {
  const auto code = read_code(kName);
  ASSERT_TRUE(code);
  EXPECT_EQ(code->kind, CodeKind::item);
  EXPECT_EQ(code->data["citationItems"][0]["itemData"]["title"], "Đò ngang {1}");
  EXPECT_EQ(item_name(code->data, "AbCdEfGh12"), kName);
}

TEST(ZoteroCode, BibliographyComesBackByteForByte) {
  const std::string name =
      R"(ZOTERO_BIBL {"uncited":[["urn:a"]],"omitted":[],"custom":[]} CSL_BIBLIOGRAPHY RND0123456789)";
  const auto code = read_code(name);
  ASSERT_TRUE(code);
  EXPECT_EQ(code->kind, CodeKind::bibliography);
  EXPECT_EQ(bibliography_name(code->data, "0123456789"), name);
}

TEST(ZoteroCode, ReadsOtherPrefixesTextBeforeAndPlaceholders) {
  EXPECT_EQ(read_code("x ZOTERO_CITATION {\"a\":1} RNDaaaaaaaaaa")->data["a"], 1);
  EXPECT_EQ(read_code(" ADDIN ZOTERO_ITEM CSL_CITATION {\"a\":1}")->kind, CodeKind::item);
  EXPECT_EQ(read_code("ZOTERO_TEMP RNDaaaaaaaaaa")->kind, CodeKind::temporary);
  EXPECT_FALSE(read_code("Figure 3"));
  EXPECT_FALSE(read_code("ZOTERO_BREF_0123456789ab"));
}

TEST(ZoteroCode, DamagedJsonIsNoData) {
  EXPECT_TRUE(read_code("ZOTERO_ITEM CSL_CITATION {\"a\": RNDaaaaaaaaaa")->data.is_null());
  EXPECT_TRUE(read_code("ZOTERO_ITEM CSL_CITATION {" + std::string(100000, '[') + "}")->data.is_null());
}

TEST(ZoteroCode, FindsTheOriginalOfACopiedBookmark) {
  const auto known = [](std::string_view name) { return name == "ZOTERO_BREF_abcdefghijkl"; };
  EXPECT_EQ(original_bookmark("ZOTERO_BREF_abcdefghijkl", known), "ZOTERO_BREF_abcdefghijkl");
  EXPECT_EQ(original_bookmark("ZOTERO_BREF_abcdefghijkl12", known), "ZOTERO_BREF_abcdefghijkl");
  EXPECT_EQ(original_bookmark("ZOTERO_BREF_abcdefghijkl Copy 12", known), "ZOTERO_BREF_abcdefghijkl");
  EXPECT_EQ(original_bookmark("ZOTERO_BREF_abcdefghijkl Sao chép 1", known), "ZOTERO_BREF_abcdefghijkl");
  EXPECT_FALSE(original_bookmark("ZOTERO_BREF_abcdefghijkm Copy 1", known));
  EXPECT_FALSE(original_bookmark("ZOTERO_BREF_abcdefghijkl" + std::string(10'000, '1'), known));
}

TEST(ZoteroCitation, OldFormsBecomeTodays) {
  const Json citation = modern_citation(Json::parse(
      R"({"CITATIONID":"c","sort":false,"custom":"xem","CITATIONITEMS":[{"uri":"http://a","locator":"3","locatorType":2,"suppressAuthor":true,"extra":1}]})"));
  EXPECT_EQ(citation["citationID"], "c");
  EXPECT_EQ(citation["properties"]["unsorted"], true);
  EXPECT_EQ(citation["properties"]["custom"], "xem");
  const Json& cite = citation["citationItems"][0];
  EXPECT_EQ(cite["uris"], Json::array({"http://a"}));
  EXPECT_EQ(cite["label"], "chapter");
  EXPECT_EQ(cite["suppress-author"], true);
  EXPECT_EQ(cite["extra"], 1);
}

TEST(ZoteroCitation, EveryItemGetsAUriAndTheSameWorkTheSame) {
  Json citation = Json::parse(
      R"({"citationItems":[{"id":1,"itemData":{"id":1,"title":"Đò"}},{"id":2,"itemData":{"id":"s/2","title":"Đò"}},{"id":3}]})");
  complete_items(citation);
  const Json& items = citation["citationItems"];
  EXPECT_EQ(items[0]["uris"], items[1]["uris"]);
  EXPECT_NE(items[0]["uris"], items[2]["uris"]);
  EXPECT_TRUE(items[0]["uris"][0].get<std::string>().starts_with("urn:uuid:"));
  EXPECT_TRUE(items[2]["itemData"].is_object());
}

}  // namespace
}  // namespace soat::citation::zotero
