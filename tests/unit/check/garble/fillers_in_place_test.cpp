#include "check/garble/fillers_in_place.h"

#include <gtest/gtest.h>

#include "unit/check/shipped_words.h"

namespace soat::check::garble {
namespace {

// A suspect for one word of a sentence.
Suspect suspect(const ngram::ScoredSentence& sentence, std::uint32_t item, std::u16string_view filler, float repaired) {
  Suspect made;
  made.first_item = item;
  made.start = sentence.item(item).start;
  made.end = sentence.item(item).end;
  made.window[0] = sentence.word(item);
  made.window_size = 1;
  made.repaired = repaired;
  if (!filler.empty()) made.filler[made.filler_size++] = word_of(filler);
  return made;
}

class FillersInPlaceTest : public testing::Test {
 protected:
  FillersInPlaceTest() { fillers_.begin(read_.sentence.size()); }

  ReadSentence read_{u"Trung tâm y cúng dự phòng khuyến cáo người dân."};
  FillersInPlace fillers_;
};

TEST_F(FillersInPlaceTest, ANewSentenceHasNoneAndWasNotLookedAt) {
  EXPECT_EQ(fillers_.count(), 0U);
  EXPECT_FALSE(fillers_.at(3));
  EXPECT_TRUE(fillers_.is_changed(0, 1));
}

TEST_F(FillersInPlaceTest, OnlyWhatIsSureIsPut) {
  std::vector<Suspect> suspects = {suspect(read_.sentence, 3, u"tế", 0.4F)};
  EXPECT_FALSE(fillers_.put(suspects, read_.sentence));
  EXPECT_FALSE(suspects[0].settled);
  suspects[0].repaired = 2;
  EXPECT_TRUE(fillers_.put(suspects, read_.sentence));
  EXPECT_TRUE(suspects[0].settled);
  EXPECT_EQ(read_.sentence.word(3), word_of(u"tế"));
  EXPECT_EQ(fillers_.count(), 1U);
  EXPECT_TRUE(fillers_.at(3));
  EXPECT_EQ(fillers_.beside(4, 5), 1U);
  EXPECT_EQ(fillers_.beside(5, 6), 0U);
}

TEST_F(FillersInPlaceTest, OfTwoThatTouchTheBetterIsPut) {
  std::vector<Suspect> suspects = {suspect(read_.sentence, 3, u"tế", 1), suspect(read_.sentence, 4, u"bị", 3)};
  ASSERT_TRUE(fillers_.put(suspects, read_.sentence));
  EXPECT_FALSE(suspects[0].settled);
  EXPECT_TRUE(suspects[1].settled);
  EXPECT_EQ(fillers_.count(), 1U);
}

TEST_F(FillersInPlaceTest, WhatIsFarFromAChangeIsNotChanged) {
  std::vector<Suspect> suspects = {suspect(read_.sentence, 0, u"tế", 1)};
  ASSERT_TRUE(fillers_.put(suspects, read_.sentence));
  EXPECT_TRUE(fillers_.is_changed(1, 2));
  EXPECT_FALSE(fillers_.is_changed(8, 9));
}

TEST_F(FillersInPlaceTest, WhereAWordIsLeftOutItsNeighboursMeet) {
  const std::size_t size = read_.sentence.size();
  std::vector<Suspect> suspects = {suspect(read_.sentence, 3, u"", 1)};
  ASSERT_TRUE(fillers_.put(suspects, read_.sentence));
  EXPECT_EQ(read_.sentence.size(), size - 1);
  EXPECT_EQ(fillers_.count(), 0U);
  EXPECT_TRUE(fillers_.is_changed(3, 4));
}

}  // namespace
}  // namespace soat::check::garble
