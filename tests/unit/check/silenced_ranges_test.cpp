#include "check/silenced_ranges.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <vector>

#include "check/rules/table.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

const RuleInfo& a = rule_info<"spelling.context">();
const RuleInfo& b = rule_info<"spelling.joined">();
const RuleInfo& garbled = rule_info<"garble.cut">();
const RuleInfo& mark = rule_info<"punctuation.space">();

Finding finding(std::uint32_t start, std::uint32_t end, const RuleInfo& rule, std::uint32_t paragraph = 0) {
  return make_finding(rule, {paragraph, start, end}, rule.severity, 1, texts::report_nothing);
}

TEST(SilencedRanges, CoverWhatTouchesThem) {
  SilencedRanges ranges;
  ranges.add(1, 4, 8, a, Silence::everything);
  ranges.finish();
  EXPECT_FALSE(ranges.covers(finding(0, 4, b, 1)));
  EXPECT_TRUE(ranges.covers(finding(0, 5, mark, 1)));
  EXPECT_TRUE(ranges.covers(finding(7, 7, mark, 1)));
  EXPECT_FALSE(ranges.covers(finding(8, 8, b, 1)));
  EXPECT_FALSE(ranges.covers(finding(5, 6, b, 0)));
  EXPECT_FALSE(ranges.covers(finding(5, 6, a, 1)));
}

TEST(SilencedRanges, OfWordingConcernSpellingAndGarbleOnly) {
  SilencedRanges ranges;
  ranges.add(0, 0, 9, a, Silence::wording);
  ranges.finish();
  EXPECT_TRUE(ranges.covers(finding(2, 3, b)));
  EXPECT_TRUE(ranges.covers(finding(2, 3, garbled)));
  EXPECT_FALSE(ranges.covers(finding(2, 3, mark)));
}

TEST(SilencedRanges, OfNothingCoverNothing) {
  SilencedRanges ranges;
  ranges.finish();
  EXPECT_FALSE(ranges.covers(finding(0, 3, b)));
}

TEST(SilencedRanges, AgreeWithAComparisonWithAll) {
  struct Range {
    std::uint32_t paragraph, start, end;
    const RuleInfo* rule;
    Silence what;
  };
  const std::array<const RuleInfo*, 4> rules = {&a, &b, &garbled, &mark};
  std::mt19937 random(1);
  const auto below = [&](std::uint32_t limit) { return static_cast<std::uint32_t>(random() % limit); };
  for (int round = 0; round < 100; ++round) {
    SilencedRanges ranges;
    std::vector<Range> all;
    for (std::uint32_t i = below(30); i > 0; --i) {
      const std::uint32_t start = below(100);
      all.push_back({below(2), start, start + below(20), rules[below(4)],
                     below(2) == 0 ? Silence::wording : Silence::everything});
      ranges.add(all.back().paragraph, all.back().start, all.back().end, *all.back().rule, all.back().what);
    }
    ranges.finish();
    for (int i = 0; i < 200; ++i) {
      const std::uint32_t start = below(110);
      const Finding sought = finding(start, start + below(5), *rules[below(4)], below(3));
      const bool touched = std::ranges::any_of(all, [&](const Range& range) {
        return range.paragraph == sought.paragraph && range.rule != sought.rule && range.end > sought.start &&
               range.start < std::max(sought.end, sought.start + 1) &&
               (range.what == Silence::everything || sought.category() != Category::punctuation);
      });
      ASSERT_EQ(ranges.covers(sought), touched);
    }
  }
}

}  // namespace
}  // namespace soat::check
