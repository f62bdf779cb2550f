#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "check/finding.h"
#include "check/rule.h"

namespace soat::check {

// Ranges of which other rules have nothing to say (see FindingSink::silence()).
class SilencedRanges {
 public:
  // Offsets as Finding has them.
  void add(std::uint32_t paragraph, std::uint32_t start, std::uint32_t end, const RuleInfo& rule, Silence what);

  // To be called when all ranges are added, before covers().
  void finish();

  // Whether the finding touches a range that another rule than its own silenced for it; an empty finding claims one
  // unit. Takes logarithmic time.
  bool covers(const Finding& finding) const;

 private:
  struct Range {
    std::uint32_t paragraph;
    std::uint32_t start;
    std::uint32_t end;
    const RuleInfo* rule;
    // Of this range and those of the paragraph before it: the largest end with the rule it is of, and the largest of
    // any other rule.
    std::uint32_t reach = 0;
    const RuleInfo* reach_rule;
    std::uint32_t other_reach = 0;
  };

  // By whom they concern: findings of wording, others.
  std::array<std::vector<Range>, 2> ranges_;
};

}  // namespace soat::check
