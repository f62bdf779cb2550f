#include "citation/session/citation_data.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "text/error.h"

namespace soat::citation::session {
namespace {

Json written(const std::string& text, int note) {
  const Json cites = Json::array({{{"uris", Json::array({"u"})}, {"itemData", {{"title", "A"}}}}});
  return written_citation(citation_of("id", cites, true), text, text, note);
}

TEST(CitationData, IsInZoterosOrder) {
  const Json data = kept_citation(written("[1]", 3), "id");
  std::vector<std::string> keys;
  for (const auto& [key, value] : data["properties"].items()) keys.push_back(key);
  EXPECT_EQ(keys,
            (std::vector<std::string>{"unsorted", "formattedCitation", "plainCitation", "dontUpdate", "noteIndex"}));
  keys.clear();
  for (const auto& [key, value] : data.items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"citationID", "properties", "citationItems", "schema"}));
}

TEST(CitationData, RemembersThatThereWasNoBlank) {
  Json data = written("[1]", 0);
  EXPECT_FALSE(is_joined(data));
  set_joined(data, true);
  EXPECT_TRUE(is_joined(data));
  EXPECT_TRUE(is_joined(written_citation(data, "[2]", "[2]", 1)));
  set_joined(data, false);
  EXPECT_FALSE(is_joined(data));
  Json bare = {{"properties", 5}};
  set_joined(bare, true);
  EXPECT_TRUE(is_joined(bare));
  EXPECT_FALSE(is_joined(nullptr));
}

TEST(CitationData, ASourceKeepsItsId) {
  const auto any = [](const Json&) { return true; };
  const Json changed = with_source(written("[1]", 0), {{"id", "new"}, {"title", "B"}}, any);
  EXPECT_EQ(changed["citationItems"][0]["itemData"]["title"], "B");
  EXPECT_EQ(changed["citationItems"][0]["itemData"]["id"], "u");
  EXPECT_TRUE(with_source(written("[1]", 0), {}, [](const Json&) { return false; }).is_null());
}

TEST(CitationData, SourcesWithoutDataCannotBeCited) {
  EXPECT_THROW(citation_of("id", Json::array(), false), Error);
  EXPECT_THROW(citation_of("id", "x", false), Error);
  EXPECT_THROW(citation_of("id", Json::array({5}), false), Error);
  EXPECT_THROW(citation_of("id", Json::array({{{"itemData", Json::object()}}}), false), Error);
}

}  // namespace
}  // namespace soat::citation::session
