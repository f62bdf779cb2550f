#include "check/rule_info.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "check/rules/table.h"
#include "text/utf.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(RuleInfo, TellsInBothLanguagesWhatIsFoundAndWhy) {
  for (const RuleInfo& rule : rule_infos()) {
    for (const text::Language language : {text::Language::vi, text::Language::en}) {
      EXPECT_EQ(text::Message(rule.why).in(language).back(), u'.') << rule.id;
      EXPECT_NE(text::Message(rule.title).in(language).back(), u'.') << rule.id;
    }
  }
}

TEST(RuleInfo, IsFoundByItsId) {
  for (const RuleInfo& rule : rule_infos()) EXPECT_EQ(find_rule(rule.id), &rule);
  for (const std::string_view none : {"", "spelling", "spelling.", "spelling.contextual"})
    EXPECT_EQ(find_rule(none), nullptr) << none;
}

TEST(RuleInfo, TheNearestIdIsThatWithTheFewestOtherLetters) {
  EXPECT_EQ(nearest_rule("speling.contxt"), "spelling.context");
  EXPECT_EQ(nearest_rule("garble.ocr"), "garble.cut");
  EXPECT_EQ(nearest_rule("garble.ocr-digits"), "garble.ocr-digit");
  EXPECT_EQ(nearest_rule("style.tone"), "style.tone");
  EXPECT_FALSE(nearest_rule("").empty());
  EXPECT_FALSE(nearest_rule(std::string(100000, 'x')).empty());
}

// Evidence of rewriting is shown where the passage has been rewritten.
std::u16string rewritten() {
  std::ifstream file(SOAT_SOURCE_DIR "/tests/golden/garble-words-added-or-unfit/input.txt");
  return text::to_utf16(std::string(std::istreambuf_iterator<char>(file), {}));
}

std::u16string example_of(const RuleInfo& rule) {
  const std::u16string example = text::to_utf16(rule.example.wrong);
  if (rule.thresholds.normal != find_rule("garble.substitution")->thresholds.normal) return example;
  const std::u16string passage = rewritten();
  return passage.find(example) == passage.npos ? passage + example : passage;
}

// The text with the first suggestions of the rule's findings put in; empty when there are none.
std::string put_right(const RuleInfo& rule, std::u16string_view text, Profile profile) {
  const std::vector<std::u16string_view> lines = lines_of(text);
  const std::vector<Finding> findings = shipped_checker().check(lines, {profile, {}});
  std::u16string out(text);
  std::size_t count = 0;
  for (auto finding = findings.rbegin(); finding != findings.rend(); ++finding) {
    if (finding->rule != &rule || finding->suggestions.empty()) continue;
    const auto line = static_cast<std::size_t>(lines[finding->paragraph].data() - text.data());
    out.replace(line + finding->start, finding->end - finding->start, finding->suggestions.front());
    ++count;
  }
  return count == 0 ? std::string() : text::to_utf8(out);
}

TEST(RuleInfo, EveryExampleIsFoundAndPutRight) {
  for (const RuleInfo& rule : rule_infos()) {
    if (rule.example.wrong.empty()) continue;
    const std::u16string wrong = example_of(rule);
    const std::vector<std::u16string_view> lines = lines_of(wrong);
    const std::vector<Finding> findings = shipped_checker().check(lines, {Profile::strict, {}});
    EXPECT_TRUE(std::ranges::any_of(findings, [&](const Finding& finding) { return finding.rule == &rule; }))
        << rule.id << (findings.empty() ? "" : ": " + std::string(findings.front().rule->id));
    if (rule.example.right.empty()) continue;
    const std::string right = put_right(rule, wrong, Profile::strict);
    EXPECT_TRUE(right.ends_with(rule.example.right)) << rule.id << ": " << right;
  }
}

TEST(RuleInfo, ARuleOfTheCheckerHasAnExample) {
  for (const RuleInfo& rule : rule_infos()) {
    const bool of_the_checker = rule.make != nullptr && !rule.is_silent && !rule.of_users_list;
    EXPECT_TRUE(!of_the_checker || !rule.example.wrong.empty()) << rule.id;
  }
}

}  // namespace
}  // namespace soat::check
