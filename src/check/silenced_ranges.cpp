#include "check/silenced_ranges.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <tuple>

namespace soat::check {

void SilencedRanges::add(std::uint32_t paragraph, std::uint32_t start, std::uint32_t end, const RuleInfo& rule,
                         Silence what) {
  const Range range{paragraph, start, end, &rule, end, &rule, 0};
  ranges_[0].push_back(range);
  if (what == Silence::everything) ranges_[1].push_back(range);
}

void SilencedRanges::finish() {
  for (std::vector<Range>& ranges : ranges_) {
    std::ranges::sort(ranges, {}, [](const Range& range) { return std::tuple(range.paragraph, range.start); });
    for (std::size_t i = 1; i < ranges.size(); ++i) {
      const Range& before = ranges[i - 1];
      Range& range = ranges[i];
      if (range.paragraph != before.paragraph) continue;
      if (range.rule == before.reach_rule) {
        range.reach = std::max(range.end, before.reach);
        range.other_reach = before.other_reach;
      } else if (range.end > before.reach) {
        range.other_reach = before.reach;
      } else {
        range.reach = before.reach;
        range.reach_rule = before.reach_rule;
        range.other_reach = std::max(before.other_reach, range.end);
      }
    }
  }
}

bool SilencedRanges::covers(const Finding& finding) const {
  const bool of_wording = finding.category() == Category::spelling || finding.category() == Category::garble;
  const std::vector<Range>& ranges = ranges_[of_wording ? 0 : 1];
  const std::uint32_t end = std::max(finding.end, finding.start + 1);
  const auto behind = std::ranges::lower_bound(ranges, std::tuple(finding.paragraph, end), {}, [](const Range& range) {
    return std::tuple(range.paragraph, range.start);
  });
  if (behind == ranges.begin()) return false;
  const Range& last = *std::prev(behind);
  if (last.paragraph != finding.paragraph) return false;
  return (last.reach_rule == finding.rule ? last.other_reach : last.reach) > finding.start;
}

}  // namespace soat::check
