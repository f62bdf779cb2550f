#include "cli/text_ignores.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "document/reader.h"
#include "unit/cli/some_findings.h"

namespace soat::cli {
namespace {

// The paragraphs of a Markdown text in which a finding is left, one having stood in each.
std::vector<std::uint32_t> left(std::string_view markdown, std::string_view rule = "spelling.context") {
  const document::Document document = document::parse(markdown, "a.md", document::Format::markdown);
  std::vector<check::Finding> findings;
  for (std::uint32_t p = 0; p < document.size(); ++p) findings.push_back(some_finding(rule, p, 0, 0));
  take_out_ignored(document, findings);
  std::vector<std::uint32_t> paragraphs;
  for (const check::Finding& finding : findings) paragraphs.push_back(finding.paragraph);
  return paragraphs;
}

using Left = std::vector<std::uint32_t>;

TEST(TextIgnores, AreForTheirLine) {
  EXPECT_EQ(left("một\nhai <!-- soat-ignore -->\nba"), (Left{0, 2}));
}

TEST(TextIgnores, StandingAloneAreForTheNextLine) {
  EXPECT_EQ(left("một\n<!-- soat-ignore -->\nba\nbốn"), (Left{0, 1, 3}));
}

TEST(TextIgnores, MayNameARuleOrACategory) {
  EXPECT_EQ(left("một <!-- soat-ignore spelling.context -->"), Left{});
  EXPECT_EQ(left("một <!-- soat-ignore garble.cut spelling -->"), Left{});
  EXPECT_EQ(left("một <!-- soat-ignore garble -->"), Left{0});
}

TEST(TextIgnores, HoldUpToTheirEnd) {
  EXPECT_EQ(left("một\n<!-- soat-ignore-start -->\nba\nbốn\n<!-- soat-ignore-end -->\nsáu"), (Left{0, 1, 5}));
  EXPECT_EQ(left("một\n<!-- soat-ignore-start garble -->\nba"), (Left{0, 1, 2}));
}

TEST(TextIgnores, ForTheFileStandAnywhere) {
  EXPECT_EQ(left("một\nhai\n<!-- soat-ignore-file spelling -->"), Left{});
  EXPECT_EQ(left("một\n<!-- soat-ignore-file spelling -->", "garble.cut"), (Left{0, 1}));
}

TEST(TextIgnores, OtherCommentsSayNothing) {
  EXPECT_EQ(left("một <!-- ignore -->\nhai <!-- soat-ignore"), (Left{0, 1}));
  EXPECT_EQ(left(""), left("", "garble.cut"));
}

TEST(TextIgnores, CodeIsNoComment) {
  EXPECT_EQ(left("một `<!-- soat-ignore-file -->`\n\n```\n<!-- soat-ignore-start -->\n```\nsáu"),
            (Left{0, 1, 2, 3, 4, 5}));
}

TEST(TextIgnores, PlainTextHasNone) {
  const document::Document document = document::parse("một <!-- soat-ignore -->", "a.txt", document::Format::text);
  std::vector<check::Finding> findings = {some_finding("spelling.context", 0, 0, 3)};
  take_out_ignored(document, findings);
  EXPECT_EQ(findings.size(), 1U);
}

}  // namespace
}  // namespace soat::cli
