#include "check/extraction/word_lattice.h"

#include <gtest/gtest.h>

#include "unit/check/shipped_words.h"

namespace soat::check::extraction {
namespace {

using Path = std::vector<std::uint32_t>;

TEST(WordLattice, TakesTheLikeliestWay) {
  WordLattice lattice;
  lattice.reset(3);
  const model::WordId nha = word_of(u"nhà");
  const model::WordId nuoc = word_of(u"nước");
  const model::WordId nuot = word_of(u"nuốt");
  const std::uint32_t first = lattice.add(0, 1, std::span(&nha, 1), 0);
  const std::uint32_t wrong = lattice.add(1, 2, std::span(&nuot, 1), 0);
  const std::uint32_t right = lattice.add(1, 2, std::span(&nuoc, 1), 0);
  float score = 0;
  EXPECT_EQ(lattice.best_path(*shipped_words(), score), (Path{first, right}));
  EXPECT_LT(score, 0);
  // What costs more than the model gives is not taken.
  lattice.reset(3);
  lattice.add(0, 1, std::span(&nha, 1), 0);
  lattice.add(1, 2, std::span(&nuot, 1), 0);
  lattice.add(1, 2, std::span(&nuoc, 1), 100);
  EXPECT_EQ(lattice.best_path(*shipped_words(), score), (Path{first, wrong}));
}

TEST(WordLattice, ScoresAsTheModelDoes) {
  const model::WordId words[] = {word_of(u"nhà"), word_of(u"nước")};
  WordLattice lattice;
  lattice.reset(2);
  lattice.add(0, 1, words, 1.5F);
  float score = 0;
  lattice.best_path(*shipped_words(), score);
  model::State state = shipped_words()->sentence_start();
  float expected = -1.5F;
  for (const model::WordId word : words) expected += shipped_words()->score(state, word, state).log_probability;
  EXPECT_FLOAT_EQ(score, expected);
}

TEST(WordLattice, WithoutAWayThereIsNone) {
  WordLattice lattice;
  float score = 7;
  lattice.reset(3);
  lattice.add(0, 1, {}, 0);
  EXPECT_TRUE(lattice.best_path(*shipped_words(), score).empty());
  lattice.reset(1);
  EXPECT_TRUE(lattice.best_path(*shipped_words(), score).empty());
}

TEST(WordLattice, EdgesMayHoldNoWord) {
  WordLattice lattice;
  lattice.reset(2);
  const std::uint32_t edge = lattice.add(0, 1, {}, 2);
  float score = 0;
  EXPECT_EQ(lattice.best_path(*shipped_words(), score), Path{edge});
  EXPECT_FLOAT_EQ(score, -2);
}

}  // namespace
}  // namespace soat::check::extraction
