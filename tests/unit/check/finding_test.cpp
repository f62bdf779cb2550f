#include "check/finding.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/rules/table.h"
#include "texts/report.h"

namespace soat::check {
namespace {

const RuleInfo& rule = rule_info<"spelling.tone-placement">();

TEST(Finding, HasWhatItWasMadeOf) {
  const Finding finding =
      make_finding(rule, {3, 5, 9}, Severity::info, 0.75F, {texts::report_place_page, 12}, {u"nước"});
  EXPECT_EQ(finding.paragraph, 3U);
  EXPECT_EQ(finding.start, 5U);
  EXPECT_EQ(finding.end, 9U);
  EXPECT_EQ(finding.rule, &rule);
  EXPECT_EQ(finding.category(), Category::spelling);
  EXPECT_EQ(finding.severity, Severity::info);
  EXPECT_EQ(finding.confidence, 0.75F);
  EXPECT_EQ(finding.suggestions, (std::vector<std::u16string>{u"nước"}));
}

TEST(Finding, SaysWhyInBothLanguages) {
  const text::Message message(texts::report_place_page, 12);
  const Finding finding = make_finding(rule, {0, 0, 1}, rule.severity, 1, message);
  EXPECT_EQ(finding.message->vi, message.in(text::Language::vi));
  EXPECT_EQ(finding.message->en, message.in(text::Language::en));
  EXPECT_NE(finding.message->vi, finding.message->en);
  EXPECT_TRUE(finding.suggestions.empty());
}

TEST(Finding, HasTenSuggestionsAtMostAndNoneTwice) {
  std::vector<std::u16string> many = {u"a", u"b", u"a"};
  for (char16_t unit = u'c'; unit <= u'z'; ++unit) many.emplace_back(1, unit);
  const Finding finding = make_finding(rule, {0, 0, 1}, rule.severity, 1, {texts::report_place_page, 1}, many);
  ASSERT_EQ(finding.suggestions.size(), 10U);
  EXPECT_EQ(finding.suggestions[2], u"c");
}

}  // namespace
}  // namespace soat::check
