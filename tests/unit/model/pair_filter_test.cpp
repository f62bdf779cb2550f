#include "model/pair_filter.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

namespace soat::model {
namespace {

TEST(PairFilter, HasRowsForSomeWords) {
  PairFilter filter(100, 2);
  EXPECT_FALSE(filter.row(3));
  filter.open(3);
  filter.mark(3, 0);
  filter.mark(3, 64);
  filter.open(7);
  filter.mark(7, 99);
  ASSERT_TRUE(filter.row(3));
  ASSERT_TRUE(filter.row(7));
  EXPECT_FALSE(filter.row(4));
  for (WordId word = 0; word < 100; ++word) {
    EXPECT_EQ(filter.row(3).has(word), word == 0 || word == 64) << word;
    EXPECT_EQ(filter.row(7).has(word), word == 99) << word;
  }
}

TEST(PairFilter, RanksNeighbours) {
  PairFilter filter(300, 2);
  filter.open(3);
  filter.mark(3, 1);
  filter.open(7);
  const std::vector<WordId> neighbours = {0, 1, 63, 64, 130, 255, 256, 299};
  for (const WordId neighbour : neighbours) filter.mark(7, neighbour);
  filter.rank();
  for (std::uint32_t i = 0; i < neighbours.size(); ++i) EXPECT_EQ(filter.row(7).rank(neighbours[i]), i);
  EXPECT_EQ(filter.row(3).rank(1), 0U);
}

TEST(PairFilter, GivesWhatTwoRowsHave) {
  PairFilter filter(300, 2);
  filter.open(3);
  for (const WordId neighbour : std::vector<WordId>{1, 63, 64, 200, 299}) filter.mark(3, neighbour);
  filter.open(7);
  for (const WordId neighbour : std::vector<WordId>{0, 63, 65, 200, 299}) filter.mark(7, neighbour);
  std::vector<WordId> common;
  filter.row(3).for_each_common(filter.row(7), [&](WordId word) { common.push_back(word); });
  EXPECT_EQ(common, (std::vector<WordId>{63, 200, 299}));
}

TEST(PairFilter, KnowsNothingOfOtherWords) {
  EXPECT_FALSE(PairFilter().row(0));
  PairFilter filter(100, 2);
  filter.open(3);
  EXPECT_FALSE(filter.row(1000));
  EXPECT_FALSE(filter.row(3).has(60000));
}

}  // namespace
}  // namespace soat::model
