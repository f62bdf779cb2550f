#include <gtest/gtest.h>

#include <map>
#include <optional>
#include <string>

#include "citation/zotero/codec.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::citation::zotero {
namespace {

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

}  // namespace
}  // namespace soat::citation::zotero
