#include "check/ngram/counts.h"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace soat::check::ngram {
namespace {

TEST(Counts, AreThoseOfAMap) {
  Counts<std::uint32_t> counts;
  EXPECT_EQ(counts.count(5), 0U);
  std::map<std::uint32_t, std::uint32_t> expected;
  std::mt19937 random(11);
  for (int i = 0; i < 20000; ++i) {
    const auto key = static_cast<std::uint32_t>(random() % 3000 << (random() % 3 * 8));
    counts.add(key);
    ++expected[key];
  }
  for (const auto& [key, count] : expected) EXPECT_EQ(counts.count(key), count);
  EXPECT_EQ(counts.count(0xFFFFFFFF), 0U);
}

TEST(Counts, HaveLargeKeysToo) {
  Counts<std::uint64_t> counts;
  counts.add(std::uint64_t{1} << 63 | 7);
  counts.add(7);
  counts.add(7);
  EXPECT_EQ(counts.count(std::uint64_t{1} << 63 | 7), 1U);
  EXPECT_EQ(counts.count(7), 2U);
  EXPECT_EQ(counts.count(0), 0U);
}

}  // namespace
}  // namespace soat::check::ngram
