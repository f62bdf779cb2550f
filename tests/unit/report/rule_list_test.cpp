#include "report/rule_list.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "check/rule_info.h"

namespace soat::report {
namespace {

using nlohmann::json;

std::size_t lines_with(const std::string& text, std::string_view what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++count;
  return count;
}

TEST(RuleList, HasEveryKindThatFindsSomethingOnce) {
  const std::string list = rule_list(Language::vi);
  for (const check::RuleInfo& rule : check::rule_infos())
    EXPECT_EQ(lines_with(list, "  " + std::string(rule.id) + " "), rule.is_silent ? 0U : 1U) << rule.id;
}

TEST(RuleList, IsInTheLanguageAskedFor) {
  EXPECT_NE(rule_list(Language::vi), rule_list(Language::en));
}

TEST(RuleText, TellsExampleAndThresholds) {
  const check::RuleInfo& rule = *check::find_rule("spelling.tone-placement");
  const std::string text = rule_text(rule, Language::en);
  EXPECT_TRUE(text.starts_with("spelling.tone-placement: "));
  EXPECT_NE(text.find(rule.example.wrong), std::string::npos);
  EXPECT_NE(text.find("(normal)"), std::string::npos);
  EXPECT_EQ(text.back(), '\n');
}

TEST(RuleJson, IsOneObjectALine) {
  for (const check::RuleInfo& rule : check::rule_infos()) {
    const std::string line = rule_json(rule, Language::vi);
    ASSERT_EQ(lines_with(line, "\n"), 1U);
    const json object = json::parse(line);
    EXPECT_EQ(object["id"], rule.id);
    EXPECT_EQ(object["example"].is_null(), rule.example.wrong.empty());
    // What people write, not the float's nearest double.
    EXPECT_LE(object["least_confidence"]["normal"].dump().size(), 5U) << line;
  }
}

TEST(RuleListJson, IsAnArrayInTheOrderOfCategories) {
  const json all = json::parse(rule_list_json(Language::en));
  ASSERT_TRUE(all.is_array());
  const auto wanted =
      std::ranges::count_if(check::rule_infos(), [](const check::RuleInfo& rule) { return !rule.is_silent; });
  EXPECT_EQ(all.size(), static_cast<std::size_t>(wanted));
  EXPECT_EQ(all.front()["category"], "spelling");
  EXPECT_EQ(all.back()["category"], "citation");
}

TEST(RulePage, EndsInOneLineFeed) {
  const std::string page = rule_page();
  EXPECT_TRUE(page.starts_with("# "));
  EXPECT_TRUE(page.ends_with("\n") && !page.ends_with("\n\n"));
  EXPECT_EQ(page.find("### ``"), std::string::npos);
}

}  // namespace
}  // namespace soat::report
