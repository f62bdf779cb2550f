#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>
#include <string>

#include "check/rule_info.h"
#include "sample.h"

namespace soat::report {
namespace {

nlohmann::json sarif(const CheckedDocument& document, Language language = Language::en) {
  const auto report = make_report({Format::sarif, language});
  return nlohmann::json::parse(report->opening() + to_string(*report, document) + report->closing());
}

TEST(Sarif, ResultsHaveRulePlaceAndRepair) {
  const Sample sample;
  const nlohmann::json results = sarif(sample.document())["runs"][0]["results"];
  ASSERT_EQ(results.size(), 2U);
  const nlohmann::json& first = results[0];
  EXPECT_EQ(first["ruleId"], "spelling.tone-placement");
  EXPECT_EQ(first["level"], "error");
  EXPECT_EQ(first["message"]["text"].get<std::string>().find("Tone mark"), 0U);
  EXPECT_EQ(first["rank"], 93);
  // Lines and columns count from 1, columns in characters: 𠮷 is one.
  const nlohmann::json region = first["locations"][0]["physicalLocation"]["region"];
  EXPECT_EQ(region["startLine"], 2);
  EXPECT_EQ(region["startColumn"], 8);
  EXPECT_EQ(region["endColumn"], 12);
  ASSERT_EQ(first["fixes"].size(), 2U) << "one for each suggestion";
  EXPECT_EQ(first["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "nước");
  EXPECT_EQ(results[1]["level"], "note");
}

TEST(Sarif, FilesAreReferences) {
  const Sample sample;
  CheckedDocument document = sample.document();
  document.file = "bài 1#.txt";
  EXPECT_EQ(sarif(document)["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "b%C3%A0i%201%23.txt");
}

TEST(Sarif, TellsAllRulesThatMayFindSomethingInTheLanguage) {
  Sample sample;
  sample.findings.clear();
  const nlohmann::json vi = sarif(sample.document(), Language::vi)["runs"][0];
  EXPECT_TRUE(vi["results"].empty());
  std::set<std::string> ids;
  for (const nlohmann::json& rule : vi["tool"]["driver"]["rules"]) {
    EXPECT_FALSE(rule["shortDescription"]["text"].get<std::string>().empty());
    ids.insert(rule["id"]);
  }
  for (const check::RuleInfo& rule : check::rule_infos())
    EXPECT_EQ(ids.contains(std::string(rule.id)), !rule.is_silent);
  EXPECT_NE(vi["tool"], sarif(sample.document())["runs"][0]["tool"]);
}

TEST(GitHub, NamesDoNotSteerTheTerminalAndAreUtf8) {
  const Sample sample;
  CheckedDocument document = sample.document();
  document.file = "b\x1b[31mài,\n\xff\xc2\x85.txt";
  const std::string lines = to_string(*make_report({Format::github, Language::en}), document);
  EXPECT_EQ(lines.find("::error file=b?[31mài%2C%0A\\xff?.txt,line=2,col=8,"), 0U) << lines;
}

}  // namespace
}  // namespace soat::report
