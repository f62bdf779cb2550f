#include "check/join_runs.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

// "text→suggestion; …" of all findings of a paragraph.
std::string all(std::u16string_view paragraph) {
  std::string out;
  const std::vector<std::u16string_view> paragraphs = {paragraph};
  std::uint32_t end = 0;
  for (const Finding& finding : shipped_checker().check(paragraphs, {})) {
    EXPECT_GE(finding.start, end) << "findings overlap";
    end = finding.end;
    if (!out.empty()) out += "; ";
    out += std::string(finding.rule->id) + ":" + text::to_utf8(finding.suggestions.front());
  }
  return out;
}

TEST(JoinRuns, MakesOneFindingOfNeighbours) {
  EXPECT_EQ(all(u"Tie\u0302\u0301ng Việt me\u0302\u0300m ma\u0323i."), "encoding.decomposed:Tiếng Việt mềm mại");
}

TEST(JoinRuns, LeavesOutWhatAnotherFindingMends) {
  EXPECT_EQ(all(u"Ve\u0302\u0300 que\u0302 hu\u031Bong la\u0300 to\u0302\u0301t."),
            "encoding.decomposed:Về quê; spelling.non-syllable:hương; encoding.decomposed:là tốt");
}

TEST(JoinRuns, NeverJoinsParagraphs) {
  const std::vector<std::u16string_view> paragraphs = {u"ve\u0302\u0300 que\u0302", u"la\u0300 to\u0302\u0301t"};
  const std::vector<Finding> findings = shipped_checker().check(paragraphs, {Profile::normal, {Category::encoding}});
  ASSERT_EQ(findings.size(), 2U);
  EXPECT_EQ(findings[0].suggestions.front(), u"về quê");
  EXPECT_EQ(findings[1].paragraph, 1U);
}

}  // namespace
}  // namespace soat::check
