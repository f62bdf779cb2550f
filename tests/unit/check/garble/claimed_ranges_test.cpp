#include "check/garble/claimed_ranges.h"

#include <gtest/gtest.h>

#include <random>
#include <vector>

namespace soat::check::garble {
namespace {

TEST(ClaimedRanges, FindsWhatOverlaps) {
  ClaimedRanges ranges;
  EXPECT_EQ(ranges.find(0, 9), nullptr);
  ranges.add(3, 5, 1);
  ranges.add(7, 8, 2);
  EXPECT_EQ(ranges.find(0, 3), nullptr);
  EXPECT_EQ(ranges.find(5, 7), nullptr);
  EXPECT_EQ(ranges.find(8, 12), nullptr);
  ASSERT_NE(ranges.find(4, 6), nullptr);
  EXPECT_EQ(ranges.find(4, 6)->number, 1U);
  ASSERT_NE(ranges.find(0, 12), nullptr);
  EXPECT_EQ(ranges.find(0, 12)->number, 2U);
  ranges.clear();
  EXPECT_EQ(ranges.find(0, 12), nullptr);
}

TEST(ClaimedRanges, AgreesWithAComparisonWithAll) {
  std::mt19937 random(1);
  for (int round = 0; round < 20; ++round) {
    ClaimedRanges ranges;
    std::vector<ClaimedRanges::Claim> all;
    for (std::uint32_t i = 0; i < 200; ++i) {
      const auto start = static_cast<std::uint32_t>(random() % 300);
      const auto end = start + 1 + static_cast<std::uint32_t>(random() % 6);
      bool free = true;
      for (const ClaimedRanges::Claim& claim : all) free = free && (claim.start >= end || start >= claim.end);
      ASSERT_EQ(ranges.find(start, end) == nullptr, free);
      if (!free) continue;
      ranges.add(start, end, i);
      all.push_back({start, end, i});
    }
  }
}

}  // namespace
}  // namespace soat::check::garble
