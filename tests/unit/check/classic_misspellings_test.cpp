#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <string>
#include <vector>

#include "check/category.h"
#include "text/letter_case.h"
#include "text/utf.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

// A sentence with a misspelling, and the same without it.
struct Pair {
  std::u16string wrong;
  std::u16string right;
};

std::vector<Pair> read_pairs() {
  std::ifstream file(SOAT_SOURCE_DIR "/tests/data/classic-misspellings.txt");
  std::vector<Pair> pairs;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const std::u16string text = text::to_utf16(line);
    const std::size_t open = text.find(u'{');
    const std::size_t bar = text.find(u'|');
    const std::size_t close = text.find(u'}');
    pairs.push_back({text.substr(0, open) + text.substr(open + 1, bar - open - 1) + text.substr(close + 1),
                     text.substr(0, open) + text.substr(bar + 1, close - bar - 1) + text.substr(close + 1)});
  }
  return pairs;
}

std::vector<Finding> wording(std::u16string_view text) {
  std::vector<Finding> findings = shipped_checker().check({{text}}, {Profile::normal, {}, Scope::whole});
  std::erase_if(findings, [](const Finding& finding) {
    return finding.category() != Category::spelling && finding.category() != Category::garble;
  });
  return findings;
}

TEST(ClassicMisspellings, AreMendedByTheFirstSuggestion) {
  const std::vector<Pair> pairs = read_pairs();
  ASSERT_GE(pairs.size(), 300U);
  std::size_t mended = 0;
  std::string missed;
  for (const Pair& pair : pairs) {
    const bool right = std::ranges::any_of(wording(pair.wrong), [&](const Finding& finding) {
      if (finding.suggestions.empty()) return false;
      std::u16string text = pair.wrong;
      text.replace(finding.start, finding.end - finding.start, finding.suggestions.front());
      return text::to_lower(text) == text::to_lower(pair.right);
    });
    mended += right ? 1 : 0;
    if (!right) missed += text::to_utf8(pair.wrong) + '\n';
  }
  EXPECT_GE(100 * mended, 95 * pairs.size()) << missed;
}

TEST(ClassicMisspellings, RightUsesAreLeftAlone) {
  const std::vector<Pair> pairs = read_pairs();
  std::string marked;
  std::size_t count = 0;
  for (const Pair& pair : pairs) {
    if (wording(pair.right).empty()) continue;
    ++count;
    marked += text::to_utf8(pair.right) + '\n';
  }
  EXPECT_LE(100 * count, pairs.size()) << marked;
}

}  // namespace
}  // namespace soat::check
