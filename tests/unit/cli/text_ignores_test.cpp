#include "cli/text_ignores.h"

#include <gtest/gtest.h>

#include "document/reader.h"
#include "unit/cli/some_findings.h"

namespace soat::cli {
namespace {

// The lines of a Markdown text, from 1 on, on which a finding of spelling is still told of.
std::string told(std::string_view text, std::string_view rule = "spelling.non-syllable") {
  const document::Document document = document::parse(text, "a.md", document::Format::markdown);
  std::vector<check::Finding> findings;
  for (std::uint32_t i = 0; i < document.size(); ++i) findings.push_back(some_finding(rule, i, 0, 0));
  take_out_ignored(document, findings);
  std::string lines;
  for (const check::Finding& finding : findings) lines += std::to_string(finding.paragraph + 1);
  return lines;
}

TEST(TextIgnores, ACommentHoldsForItsLine) {
  EXPECT_EQ(told("một\nhai <!-- soat-ignore -->\nba"), "13");
  EXPECT_EQ(told("một\n  <!-- soat-ignore -->\t\nba\nbốn"), "14");  // alone: the next too
  EXPECT_EQ(told("một\n<!-- soat-ignore -->"), "1");
}

TEST(TextIgnores, OrForThoseBetweenTwo) {
  EXPECT_EQ(told("một\n<!-- soat-ignore-start -->\nba\n<!-- soat-ignore-end -->\nnăm"), "145");
  EXPECT_EQ(told("một\n<!-- soat-ignore-start -->\nba"), "1");
  EXPECT_EQ(told("<!-- soat-ignore-end -->\nhai"), "12");
}

TEST(TextIgnores, OrForAll) {
  EXPECT_EQ(told("một\nhai\n<!-- soat-ignore-file -->"), "");
}

TEST(TextIgnores, OnlyTheRulesThatAreNamed) {
  EXPECT_EQ(told("a <!-- soat-ignore spelling.non-syllable -->"), "");
  EXPECT_EQ(told("a <!-- soat-ignore garble spelling -->"), "");
  EXPECT_EQ(told("a <!-- soat-ignore spelling.tone-placement -->"), "1");
  EXPECT_EQ(told("a <!-- soat-ignore-file citation -->\nb"), "12");
}

TEST(TextIgnores, OtherCommentsSayNothing) {
  EXPECT_EQ(told("a <!-- soat ignore -->\nb <!-- x -->\nc <!-- soat-ignore"), "123");
  EXPECT_EQ(told("a <!-- x --> <!-- soat-ignore -->\nb"), "2");
}

TEST(TextIgnores, TextOfOtherFormatsHasNone) {
  const document::Document document = document::Document::from_lines(u"a <!-- soat-ignore -->");
  std::vector<check::Finding> findings = {some_finding("spelling.non-syllable", 0, 0, 1)};
  take_out_ignored(document, findings);
  EXPECT_EQ(findings.size(), 1U);
}

}  // namespace
}  // namespace soat::cli
