#include "citation/session/repeated_cites.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::citation::session {
namespace {

Json cite(const std::string& uri, const std::string& locator = {}, Json more = Json::object()) {
  more["uris"] = Json::array({uri});
  if (!locator.empty()) more["locator"] = locator;
  return more;
}

// Each as "source", "source:locator", with its label, prefix, suffix and an exclamation mark where no author is shown.
std::string kept(const Json& cites, bool in_order = false) {
  std::string said;
  for (const Json& one : without_repeats(cites, in_order)) {
    if (!said.empty()) said += "; ";
    said += one.value("prefix", "") + one["uris"][0].get<std::string>();
    if (one.contains("locator")) said += ":" + one["locator"].get<std::string>();
    if (one.contains("label")) said += "(" + one["label"].get<std::string>() + ")";
    said += one.value("suffix", "");
    if (one.value("suppress-author", false)) said += "!";
  }
  return said;
}

TEST(RepeatedCites, TheSameIsTakenOnce) {
  EXPECT_EQ(kept({cite("a"), cite("a")}), "a");
  EXPECT_EQ(kept({cite("a", "5"), cite("b"), cite("a", "5")}), "a:5; b");
  EXPECT_EQ(kept({cite("a", "5"), cite("a", "5", {{"label", "page"}})}), "a:5");
  EXPECT_EQ(kept({cite("a"), cite("b"), cite("a")}, true), "a; b");
  EXPECT_EQ(kept({cite("a"), cite("b"), cite("c")}), "a; b; c");
  EXPECT_EQ(kept(Json::array()), "");
}

TEST(RepeatedCites, ASourceHasSeveralAddresses) {
  Json other = cite("urn:other");
  other["uris"].push_back("a");
  EXPECT_EQ(kept({cite("a"), other}), "a");
  EXPECT_EQ(kept({other, cite("a")}), "urn:other");
  // Without an address it is not known to be the same.
  const Json nameless = {{"id", 1}};
  EXPECT_EQ(without_repeats(Json::array({nameless, nameless, cite("a")}), false).size(), 3U);
}

TEST(RepeatedCites, PlacesOfOneKindComeTogether) {
  EXPECT_EQ(kept({cite("a", "5"), cite("a", "9")}), "a:5, 9");
  EXPECT_EQ(kept({cite("a", "12"), cite("b"), cite("a", "9")}), "a:9, 12; b");
  EXPECT_EQ(kept({cite("a", "5, 9"), cite("a", " 9 ,30–31")}), "a:5, 9, 30–31");
  EXPECT_EQ(kept({cite("a", "xi"), cite("a", "9"), cite("a", "2")}), "a:xi, 9, 2") << "not all are numbers";
  const Json chapter = {{"label", "chapter"}};
  EXPECT_EQ(kept({cite("a", "2", chapter), cite("a", "1", chapter)}), "a:1, 2(chapter)");
}

TEST(RepeatedCites, PlacesOfTwoKindsStayTwo) {
  EXPECT_EQ(kept({cite("a", "5"), cite("a", "5", {{"label", "chapter"}})}), "a:5; a:5(chapter)");
}

TEST(RepeatedCites, APlaceTakesTheWholeWorkAlong) {
  EXPECT_EQ(kept({cite("a"), cite("a", "2", {{"label", "chapter"}})}), "a:2(chapter)");
  EXPECT_EQ(kept({cite("a", "2"), cite("a")}), "a:2");
  EXPECT_EQ(kept({cite("a"), cite("a", "2"), cite("a", "1")}), "a:1, 2");
}

TEST(RepeatedCites, TheUsersOwnOrderStays) {
  EXPECT_EQ(kept({cite("a", "9"), cite("b"), cite("a", "5")}, true), "a:9; b; a:5");
  EXPECT_EQ(kept({cite("b"), cite("a", "9"), cite("a", "5")}, true), "b; a:5, 9");
}

TEST(RepeatedCites, NoWordsOfTheUsersAreLost) {
  const Json see = {{"prefix", "xem "}};
  EXPECT_EQ(kept({cite("a", "5", see), cite("a", "9")}), "xem a:5; a:9");
  EXPECT_EQ(kept({cite("a", "5"), cite("a", "9", {{"suffix", " (chú)"}})}), "a:5; a:9 (chú)");
  EXPECT_EQ(kept({cite("a", {}, see), cite("a", "5")}), "xem a; a:5");
  EXPECT_EQ(kept({cite("a", "5"), cite("a", "5", see)}), "xem a:5");
  EXPECT_EQ(kept({cite("a", "5", see), cite("a", "5", {{"suffix", " (chú)"}})}), "xem a:5 (chú)");
  EXPECT_EQ(kept({cite("a", "5", see), cite("a", "5", {{"prefix", "theo "}})}), "xem a:5; theo a:5");
}

TEST(RepeatedCites, AnAuthorShownOnceIsShown) {
  const Json hidden = {{"suppress-author", true}};
  EXPECT_EQ(kept({cite("a", "5"), cite("a", "9", hidden)}), "a:5, 9");
  EXPECT_EQ(kept({cite("a", "5", hidden), cite("a", "5")}), "a:5");
  EXPECT_EQ(kept({cite("a", {}, hidden), cite("a", {}, hidden)}), "a!");
  EXPECT_EQ(kept({cite("a", {}, {{"author-only", true}}), cite("a", {}, hidden)}), "a; a!");
}

}  // namespace
}  // namespace soat::citation::session
