#include "report/html_summary.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "sample.h"

namespace soat::report {
namespace {

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + part.size())) ++found;
  return found;
}

bool has(const std::string& text, std::string_view part) {
  return count(text, part) > 0;
}

// A finding of this rule on the first letters of a paragraph.
check::Finding at_start(const check::RuleInfo& rule, std::uint32_t paragraph) {
  return check::make_finding(rule, {paragraph, 0, 3}, rule.severity, 0.9F, texts::report_nothing, {u"x"});
}

TEST(HtmlSummary, CountsByCategoryInTheOrderAndColoursOfCategories) {
  Sample sample;
  sample.findings.insert(sample.findings.begin(), at_start(check::rule_info<"punctuation.space">(), 0));
  const std::string html = summary(sample.document(), "1-", Language::en);
  EXPECT_TRUE(has(html, "3 places to look at in 2 paragraphs with text.")) << html;
  EXPECT_TRUE(
      has(html, "<td class=\"count\">2</td><td class=\"bars\"><span class=\"bar spelling\" style=\"width:100%\">"));
  EXPECT_TRUE(
      has(html, "<td class=\"count\">1</td><td class=\"bars\"><span class=\"bar punctuation\" style=\"width:50%\">"));
  EXPECT_LT(html.find("bar spelling"), html.find("bar punctuation"));
  EXPECT_FALSE(has(html, "bar residue"));
  EXPECT_TRUE(has(summary_style(), ".spelling{--c:#e65100}"));
}

TEST(HtmlSummary, TheColoursAreThoseAskedFor) {
  check::CategoryColours colours = check::usual_colours;
  colours[static_cast<std::size_t>(check::Category::spelling)] = 0x00FF80;
  const std::string style = summary_style(colours);
  EXPECT_TRUE(has(style, ".spelling{--c:#00ff80}"));
  EXPECT_TRUE(has(style, ".spelling{--c:#7ffebf}"));  // on a dark page
  EXPECT_TRUE(has(style, ".garble{--c:#8e24aa}"));
}

TEST(HtmlSummary, TheStripLeadsToTheMarks) {
  const std::string html = summary(Sample().document(), "7-", Language::vi);
  EXPECT_TRUE(has(html, "<a href=\"#7-1\"><rect class=\"spelling\"")) << html;
  EXPECT_TRUE(has(html, "<a href=\"#7-2\">"));
}

TEST(HtmlSummary, TheStripHasTheGravestOfEachPlaceAndNoneWithoutAMark) {
  Sample sample;
  const std::u16string filler(40'000, u'a');
  sample.paragraphs = {u"Dòng", filler};
  sample.findings = {at_start(check::rule_info<"punctuation.space">(), 0),
                     at_start(check::rule_info<"spelling.tone-placement">(), 0)};
  EXPECT_TRUE(has(summary(sample.document(), "1-", Language::vi), "href=\"#1-1\""));  // the second lies on the first
  sample.findings[1].start = 3;
  sample.findings[1].end = 4;
  EXPECT_TRUE(has(summary(sample.document(), "1-", Language::vi), "href=\"#1-2\""));
  EXPECT_FALSE(has(summary(sample.document(), "1-", Language::vi), "href=\"#1-1\""));
}

TEST(HtmlSummary, DoesNotGrowWithTheNumberOfFindings) {
  const std::u16string text = u"dài";
  const std::vector<std::u16string_view> paragraphs(5000, text);
  std::vector<check::Finding> findings;
  for (std::uint32_t p = 0; p < 5000; ++p)
    findings.push_back(at_start(check::rule_info<"spelling.tone-placement">(), p));
  const std::string html = summary({"a.txt", paragraphs, findings}, "1-", Language::vi);
  EXPECT_EQ(count(html, "<rect"), 400U);
}

TEST(HtmlSummary, TheLikeliestPassageComesFirst) {
  const std::vector<std::u16string_view> paragraphs = {u"một", u"hai", u"ba"};
  const check::Assessment assessment = {
      {{0.8F, true, true, {{u"ít", u"few"}}}, {0.01F, true, false, {}}, {0.95F, true, true, {{u"<nhiều>", u"<many>"}}}},
      0.95F};
  const std::vector<check::Finding> findings = {at_start(check::rule_info<"spelling.tone-placement">(), 0)};
  const std::string html = summary({"a.txt", paragraphs, findings, 0, &assessment}, "1-", Language::en);
  EXPECT_LT(html.find("#1-p3"), html.find("#1-p1")) << html;
  EXPECT_TRUE(has(html, "<li>Paragraph 3: &lt;many&gt;</li>")) << html;
}

TEST(HtmlSummary, IsEmptyWhenNothingWasFound) {
  Sample sample;
  sample.findings.clear();
  EXPECT_EQ(summary(sample.document(), "1-", Language::vi), "");
}

}  // namespace
}  // namespace soat::report
