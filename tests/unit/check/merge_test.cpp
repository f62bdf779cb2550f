#include "check/merge.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "check/join_runs.h"
#include "check/rules/table.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

// Of the category's first rule in the table.
Finding finding(std::uint32_t start, std::uint32_t end, float confidence, Category category = Category::spelling) {
  const RuleInfo& rule = *std::ranges::find(rule_infos(), category, &RuleInfo::category);
  return make_finding(rule, {0, start, end}, rule.severity, confidence, texts::report_nothing);
}

TEST(Merge, OrdersByPlace) {
  Finding later = finding(0, 2, 0.9F);
  later.paragraph = 1;
  std::vector<Finding> findings = {later, finding(9, 12, 0.9F), finding(1, 3, 0.9F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 3U);
  EXPECT_EQ(findings[0].start, 1U);
  EXPECT_EQ(findings[1].start, 9U);
  EXPECT_EQ(findings[2].paragraph, 1U);
}

TEST(Merge, KeepsTheSurerOfTwoForOnePlace) {
  std::vector<Finding> findings = {finding(0, 5, 0.7F), finding(0, 5, 0.9F), finding(3, 8, 0.8F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_FLOAT_EQ(findings[0].confidence, 0.9F);
}

TEST(Merge, PrefersAGarbledPhraseToAWordInItUnlessTheWordIsSurer) {
  std::vector<Finding> findings = {finding(0, 12, 0.8F, Category::garble), finding(4, 8, 0.8F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].category(), Category::garble);
  findings = {finding(0, 12, 0.7F, Category::garble), finding(4, 8, 0.95F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].category(), Category::spelling);
}

TEST(Merge, PrefersALikelySlipToAnotherWordInItsPlace) {
  const RuleInfo& rule = rule_info<"garble.context-fill">();
  const Finding filler = make_finding(rule, {0, 4, 8}, rule.severity, 0.9F, texts::report_nothing);
  std::vector<Finding> findings = {filler, finding(4, 8, 0.7F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].category(), Category::spelling);
  findings = {filler, finding(4, 8, 0.5F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].category(), Category::garble);
}

TEST(Merge, PrefersALongerSpellingFindingThatIsAboutAsSure) {
  std::vector<Finding> findings = {finding(0, 7, 0.9F), finding(3, 7, 0.98F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].start, 0U);
  findings = {finding(0, 7, 0.4F), finding(3, 7, 0.98F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].start, 3U);
}

TEST(Merge, KeepsNeighboursAndEmptyRangesApart) {
  std::vector<Finding> findings = {finding(0, 3, 0.7F), finding(3, 3, 0.8F), finding(4, 6, 0.9F)};
  merge(findings);
  EXPECT_EQ(findings.size(), 3U);
  findings = {finding(3, 3, 0.7F), finding(3, 5, 0.8F)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].end, 5U);
}

TEST(Merge, TheRuleThatStandsFirstInTheTableWinsATie) {
  for (const bool reversed : {false, true}) {
    std::vector<Finding> findings = {finding(0, 3, 0.8F, Category::residue), finding(0, 3, 0.8F)};
    if (reversed) std::ranges::reverse(findings);
    merge(findings);
    ASSERT_EQ(findings.size(), 1U);
    EXPECT_EQ(findings[0].category(), Category::spelling);
  }
}

TEST(Merge, WhatTheHouseListSaysWinsAgainstEveryRule) {
  const RuleInfo& rule = rule_info<"style.house-list">();
  const Finding house = make_finding(rule, {0, 4, 8}, rule.severity, 0.95F, texts::report_nothing);
  for (const CategoryInfo& category : categories) {
    for (const auto& [start, end] : {std::pair(4U, 8U), std::pair(0U, 12U), std::pair(5U, 7U)}) {
      std::vector<Finding> findings = {finding(start, end, 0.99F, category.category), house};
      if (is_about_storage(findings.front())) continue;
      merge(findings);
      ASSERT_EQ(findings.size(), 1U) << category.name;
      EXPECT_EQ(findings[0].rule, &rule);
    }
  }
}

TEST(Merge, NeverHidesAWrongWordBehindItsForm) {
  std::vector<Finding> findings = {finding(0, 3, 0.7F), finding(0, 4, 0.9F, Category::punctuation)};
  merge(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].category(), Category::spelling);
}

}  // namespace
}  // namespace soat::check
