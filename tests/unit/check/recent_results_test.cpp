#include "check/recent_results.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::check {
namespace {

struct Key {
  int number = 0;
  friend bool operator==(const Key&, const Key&) = default;
  std::uint64_t hash() const { return static_cast<std::uint64_t>(number); }
};

TEST(RecentResults, KeepsWhatWasPutIn) {
  RecentResults<Key, std::string> results(4);
  EXPECT_EQ(results.find({1}), nullptr);
  results.place({1}) = "one";
  results.place({2}) = "two";
  ASSERT_NE(results.find({1}), nullptr);
  EXPECT_EQ(*results.find({1}), "one");
  EXPECT_EQ(*results.find({2}), "two");
  EXPECT_EQ(results.find({3}), nullptr);
}

TEST(RecentResults, AKeyOnTheSameSlotTakesTheOldersPlace) {
  RecentResults<Key, std::string> results(4);
  results.place({1}) = "one";
  EXPECT_EQ(results.find({5}), nullptr);
  results.place({5}) = "five";
  EXPECT_EQ(results.find({1}), nullptr);
  EXPECT_EQ(*results.find({5}), "five");
}

// What is default-made must not be found before it was put in.
TEST(RecentResults, AnEmptySlotHoldsNoKey) {
  RecentResults<Key, std::string> results(4);
  results.place({1}) = "one";
  EXPECT_EQ(results.find({0}), nullptr);
}

TEST(RecentResults, KeepsABoundedNumber) {
  EXPECT_EQ(results_kept({}), 32U);
  text::Analysis analysis;
  analysis.tokens.resize(1000);
  EXPECT_EQ(results_kept({&analysis, 1}), 256U);
  analysis.tokens.resize(1'000'000);
  EXPECT_EQ(results_kept({&analysis, 1}), 4096U);
}

}  // namespace
}  // namespace soat::check
