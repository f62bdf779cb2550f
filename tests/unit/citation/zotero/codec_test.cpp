#include "citation/zotero/codec.h"

#include <gtest/gtest.h>

#include <map>

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
  EXPECT_FALSE(original_bookmark("ZOTERO_BREF_abcdefghijkl1234", known));
}

TEST(ZoteroProperties, PiecesAreShortAndKeepPairsWhole) {
  std::string value(254, 'a');
  value += "😀Đò";
  const auto pieces = to_properties("ZOTERO_PREF", value);
  ASSERT_EQ(pieces.size(), 2U);
  EXPECT_EQ(pieces[0].first, "ZOTERO_PREF_1");
  EXPECT_EQ(pieces[0].second, std::string(254, 'a'));
  std::map<std::string, std::u16string> stored;
  for (const auto& [name, text] : pieces) {
    EXPECT_LE(text::to_utf16(text).size(), 255U);
    stored[name] = text::to_utf16(text);
  }
  const auto get = [&](const std::string& name) -> std::optional<std::u16string> {
    const auto found = stored.find(name);
    if (found == stored.end()) return std::nullopt;
    return found->second;
  };
  EXPECT_EQ(from_properties("ZOTERO_PREF", get), value);
  EXPECT_FALSE(from_properties("CSL_PREF", get));
}

TEST(ZoteroProperties, ReadsPairsThatZoteroCut) {
  const std::u16string smile = u"😀";
  const auto get = [&](const std::string& name) -> std::optional<std::u16string> {
    if (name == "P_1") return u"a" + smile.substr(0, 1);
    if (name == "P_2") return smile.substr(1) + u"b";
    return std::nullopt;
  };
  EXPECT_EQ(from_properties("P", get), "a😀b");
}

TEST(ZoteroPreferences, Version3ComesBackByteForByte) {
  const std::string xml =
      R"(<data data-version="3" zotero-version="7.0.11"><session id="abcdEFGH"/><style id="http://www.zotero.org/styles/apa" locale="vi-VN" hasBibliography="1" bibliographyStyleHasBeenSet="1"/><prefs><pref name="fieldType" value="ReferenceMark"/><pref name="automaticJournalAbbreviations" value="true"/><pref name="vnw-own" value="a &amp; b"/></prefs></data>)";
  const Preferences preferences = read_preferences(xml);
  EXPECT_EQ(preferences.style, "http://www.zotero.org/styles/apa");
  EXPECT_EQ(preferences.pref("vnw-own"), "a & b");
  EXPECT_EQ(write_preferences(preferences), xml);
}

TEST(ZoteroPreferences, Version4StaysVersion4) {
  const Preferences preferences = read_preferences(
      R"({"style":{"styleID":"http://s","locale":"vi-VN","hasBibliography":true,"bibliographyStyleHasBeenSet":false},"prefs":{"fieldType":"Bookmark","delayCitationUpdates":true},"sessionID":"q","zoteroVersion":"8","dataVersion":4})");
  EXPECT_EQ(preferences.pref("fieldType"), "Bookmark");
  EXPECT_TRUE(preferences.has_bibliography);
  EXPECT_EQ(
      write_preferences(preferences),
      R"({"style":{"styleID":"http://s","locale":"vi-VN","hasBibliography":true,"bibliographyStyleHasBeenSet":false},"prefs":{"fieldType":"Bookmark","delayCitationUpdates":true},"sessionID":"q","zoteroVersion":"8","dataVersion":4})");
}

TEST(ZoteroPreferences, Version1BecomesVersion3) {
  const Preferences preferences = read_preferences("sess:http:://www.zotero.org/styles/ieee:1:0");
  EXPECT_EQ(preferences.data_version, 1);
  EXPECT_EQ(preferences.style, "http://www.zotero.org/styles/ieee");
  EXPECT_TRUE(preferences.has_bibliography);
  EXPECT_TRUE(write_preferences(preferences).starts_with("<data data-version=\"3\""));
}

TEST(ZoteroPreferences, RefusesNewerAndDamaged) {
  EXPECT_THROW(read_preferences("<data data-version=\"9\"/>"), Error);
  EXPECT_THROW(read_preferences("<data"), Error);
  EXPECT_THROW(read_preferences("{"), Error);
  EXPECT_THROW(read_preferences(""), Error);
  EXPECT_THROW(read_preferences("<!DOCTYPE data [<!ENTITY a 'b'>]><data data-version=\"3\"/>"), Error);
}

TEST(ZoteroPreferences, FalsyOnesAreNotWritten) {
  Preferences preferences;
  preferences.set_pref("noteType", "1");
  preferences.set_pref("delayCitationUpdates", "true");
  preferences.set_pref("noteType", "2");
  preferences.set_pref("delayCitationUpdates", "false");
  ASSERT_EQ(preferences.prefs.size(), 1U);
  EXPECT_EQ(preferences.pref("noteType"), "2");
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
