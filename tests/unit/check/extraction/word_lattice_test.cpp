#include "check/extraction/word_lattice.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <memory>
#include <string_view>
#include <vector>

#include "text/syllable.h"

namespace soat::check::extraction {
namespace {

class WordLatticeTest : public testing::Test {
 protected:
  static const model::LanguageModel& words() {
    static const std::shared_ptr<const model::LanguageModel> model =
        model::LanguageModel::open(std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi/soat.model");
    return *model;
  }

  std::uint32_t add(std::uint32_t from, std::uint32_t to, std::u16string_view text, float cost = 0) {
    const model::WordId word = words().find(text::parse(text));
    return lattice_.add(from, to, {&word, 1}, cost);
  }
  std::vector<std::uint32_t> best() { return lattice_.best_path(words(), score_); }

  WordLattice lattice_;
  float score_ = 0;
};

TEST_F(WordLatticeTest, TheLikeliestWayIsTaken) {
  lattice_.reset(4);
  const std::uint32_t xa = add(0, 1, u"xã");
  const std::uint32_t hoi = add(1, 2, u"hội");
  add(1, 2, u"hối");
  const std::uint32_t moi = add(2, 3, u"mới");
  EXPECT_EQ(best(), (std::vector<std::uint32_t>{xa, hoi, moi}));
  model::State state = words().sentence_start();
  float sum = 0;
  for (const std::u16string_view text : {u"xã", u"hội", u"mới"})
    sum += words().score(state, words().find(text::parse(text)), state).log_probability;
  EXPECT_FLOAT_EQ(score_, sum);
}

TEST_F(WordLatticeTest, WhatAnEdgeCostsCounts) {
  lattice_.reset(2);
  add(0, 1, u"hội", 30);
  const std::uint32_t cheap = add(0, 1, u"hối", 0);
  EXPECT_EQ(best(), (std::vector<std::uint32_t>{cheap}));
}

TEST_F(WordLatticeTest, EdgesMayReachOverSeveralNodesAndHoldNoWord) {
  lattice_.reset(4);
  add(0, 1, u"xã", 50);
  const std::uint32_t silent = lattice_.add(0, 2, {}, 1);
  const std::uint32_t last = add(2, 3, u"mới");
  EXPECT_EQ(best(), (std::vector<std::uint32_t>{silent, last}));
}

TEST_F(WordLatticeTest, ThereMayBeNoWay) {
  lattice_.reset(3);
  add(0, 1, u"xã");
  EXPECT_TRUE(best().empty());
  lattice_.reset(1);
  EXPECT_TRUE(best().empty()) << "from a node to itself nothing has to be read";
}

TEST_F(WordLatticeTest, ResetForgetsAllEdges) {
  lattice_.reset(2);
  add(0, 1, u"xã");
  ASSERT_EQ(best().size(), 1U);
  lattice_.reset(2);
  EXPECT_TRUE(best().empty());
  EXPECT_EQ(add(0, 1, u"hội"), 0U) << "edges are counted from nought again";
}

TEST_F(WordLatticeTest, ManyWaysAreBoundedAndStillFindTheBest) {
  lattice_.reset(3);
  for (const std::u16string_view text : {u"xa", u"xá", u"xà", u"xạ", u"sã", u"sa", u"sà", u"cha", u"nhà", u"bà", u"ba"})
    add(0, 1, text);
  const std::uint32_t right = add(0, 1, u"xã");
  const std::uint32_t hoi = add(1, 2, u"hội");
  EXPECT_EQ(best(), (std::vector<std::uint32_t>{right, hoi}));
}

}  // namespace
}  // namespace soat::check::extraction
