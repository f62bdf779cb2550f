#include "citation/zotero/field_review.h"

#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

namespace soat::citation::zotero {
namespace {

using nlohmann::json;
using Kind = FieldProblem::Kind;

Field citation(const std::string& uri, json data, const std::string& text, json properties = json::object()) {
  if (!properties.contains("plainCitation")) properties["plainCitation"] = text;
  json cite = {{"id", uri}, {"uris", {uri}}};
  if (!data.is_null()) cite["itemData"] = std::move(data);
  const json code = {{"citationID", "x"}, {"properties", properties}, {"citationItems", {cite}}};
  return {"ZOTERO_ITEM CSL_CITATION " + code.dump() + " RND0123456789", text};
}

Field list(const std::string& text, const std::string& data = R"({"uncited":[],"omitted":[],"custom":[]})") {
  return {"ZOTERO_BIBL " + data + " CSL_BIBLIOGRAPHY RND0123456789", text};
}

const json market = {{"type", "book"}, {"title", "Chợ nổi miền Tây"}, {"URL", "https://phu-sa.example/cho-noi"}};
const json landing = {{"type", "book"}, {"title", "Bến sông xưa"}};
const Field both =
    list("Tài liệu tham khảo\nLê Thị Sông. Chợ nổi miền Tây. Phù Sa.\nTrần Văn Đò. BẾN SÔNG XƯA. Phù Sa.");

std::vector<std::pair<std::size_t, Kind>> problems(const std::vector<Field>& fields) {
  std::vector<std::pair<std::size_t, Kind>> found;
  for (const FieldProblem& problem : review_fields(fields).problems) found.emplace_back(problem.field, problem.kind);
  return found;
}

using Found = std::vector<std::pair<std::size_t, Kind>>;

TEST(FieldReview, AllIsWell) {
  const FieldReview review = review_fields({citation("a", market, "[1]"), citation("b", landing, "[2]"), both});
  EXPECT_TRUE(review.problems.empty());
  EXPECT_TRUE(review.unlisted_lines.empty());
}

TEST(FieldReview, DamagedAndEmptyOnes) {
  EXPECT_EQ(problems({citation("a", nullptr, "[1]"),
                      {"ZOTERO_ITEM CSL_CITATION {\"citationID\":", "[2]"},
                      {"ZOTERO_ITEM CSL_CITATION {\"properties\":{}} RND0123456789", "[3]"},
                      both}),
            (Found{{0, Kind::no_data}, {1, Kind::damaged}, {2, Kind::damaged}}));
}

TEST(FieldReview, TextsEditedByHand) {
  EXPECT_EQ(problems({citation("a", market, "[1!]", {{"plainCitation", "[1]"}}),
                      citation("b", landing, "[2!]", {{"plainCitation", "[2]"}, {"dontUpdate", true}}), both}),
            (Found{{0, Kind::edited}}));
}

TEST(FieldReview, WhatWasTypedBesideIsNoEdit) {
  EXPECT_EQ(problems({citation("a", market, "Xem [1] đấy", {{"plainCitation", "[1]"}}),
                      citation("b", landing, "(tôi)", {{"plainCitation", "[2]"}, {"custom", "(tôi)"}}), both}),
            Found());
}

TEST(FieldReview, CitationsOfProgramsForWord) {
  const json code = {{"citationItems", {{{"id", 1}, {"uris", {"a"}}, {"itemData", market}}}}};
  const auto field = [](const std::string& word) { return Field{{}, {}, false, read_word_field(word)}; };
  EXPECT_EQ(
      problems({field(" ADDIN CSL_CITATION " + code.dump()), field("ADDIN Mendeley Bibliography CSL_BIBLIOGRAPHY ")}),
      (Found{{0, Kind::foreign}}));
  EXPECT_EQ(problems({field(" ADDIN EN.CITE "), field(" CITATION Lan01 "), field(" BIBLIOGRAPHY ")}),
            (Found{{0, Kind::foreign}, {1, Kind::foreign}}));
  EXPECT_EQ(problems({field(" ADDIN ZOTERO_ITEM CSL_CITATION {\"citationItems\": "), field("PAGE")}),
            (Found{{0, Kind::foreign}, {0, Kind::damaged}}));
}

TEST(FieldReview, CitedButNotListed) {
  const Field only_market = list("Lê Thị Sông. Chợ nổi miền Tây. Phù Sa.");
  EXPECT_EQ(problems({citation("a", market, "[1]"), citation("b", landing, "[2]"), only_market}),
            (Found{{1, Kind::not_listed}}));
  EXPECT_EQ(problems({citation("a", market, "[1]"), citation("b", landing, "[2]"),
                      list("Lê Thị Sông. Chợ nổi miền Tây. Phù Sa.", R"({"omitted":[["b"]]})")}),
            Found());
  EXPECT_EQ(problems({citation("a", market, "[1]")}), (Found{{0, Kind::no_list}}));
}

TEST(FieldReview, ListedButNotCited) {
  const auto review = review_fields({citation("a", market, "[1]"), both});
  EXPECT_EQ(review.unlisted_lines, (std::vector<std::pair<std::size_t, std::size_t>>{{1, 2}}));
  EXPECT_TRUE(
      review_fields({citation("a", market, "[1]"), list(both.text, R"({"uncited":[["b"]]})")}).unlisted_lines.empty());
}

TEST(FieldReview, TheSameWorkTwice) {
  json again = market;
  again["publisher"] = "Phù Sa";
  EXPECT_EQ(problems({citation("a", market, "[1]"), citation("b", again, "[2]"), citation("b", again, "[2]"), both}),
            (Found{{1, Kind::repeated}}));
}

TEST(FieldReview, TakesAnyCode) {
  EXPECT_EQ(problems({{"", ""}, {"my bookmark", "x"}, {"ZOTERO_TEMP RND0123456789", "x"}}), Found());
  EXPECT_NO_THROW(problems(
      {{R"(ZOTERO_ITEM CSL_CITATION {"citationItems":[1,{"itemData":[1]},{"uris":5,"itemData":{"title":7}}],"properties":3})",
        "x"},
       {R"(ZOTERO_BIBL {"omitted":7,"uncited":{"a":1}} CSL_BIBLIOGRAPHY)", "y"}}));
}

}  // namespace
}  // namespace soat::citation::zotero
