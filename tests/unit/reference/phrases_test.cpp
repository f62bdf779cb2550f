#include "reference/phrases.h"

#include <gtest/gtest.h>

namespace soat::reference {
namespace {

Phrases phrases() {
  Phrases all;
  for (const char16_t* phrase : {u"thông tư", u"thông tư liên tịch", u"nghị định", u"Thông tư"}) all.add(phrase);
  return all;
}

TEST(Phrases, TheLongestWins) {
  const std::vector<LineWord> words = words_of(u"Thông tư liên tịch số 5");
  EXPECT_EQ(phrases().at(words, 0, false).length, 4U);
  EXPECT_EQ(phrases().at(words, 0, false).index, 1U);
}

TEST(Phrases, OfTwoAsLongTheFirst) {
  const Phrases::Match match = phrases().at(words_of(u"THÔNG TƯ số"), 0, false);
  EXPECT_EQ(match.length, 2U);
  EXPECT_EQ(match.index, 0U);
}

TEST(Phrases, OnlyWholeOnesAtThePlace) {
  const std::vector<LineWord> words = words_of(u"các thông tư");
  EXPECT_EQ(phrases().at(words, 0, false).length, 0U);
  EXPECT_EQ(phrases().at(words, 1, false).length, 2U);
  EXPECT_EQ(phrases().at(words, 2, false).length, 0U);
  EXPECT_EQ(phrases().at(words, 3, false).length, 0U);  // behind the last word
  EXPECT_EQ(phrases().at(words_of(u"thông tục"), 0, false).length, 0U);
}

TEST(Phrases, WithoutMarksWhereTheLineHasNone) {
  const std::vector<LineWord> words = words_of(u"nghi dinh");
  EXPECT_EQ(phrases().at(words, 0, false).length, 0U);
  EXPECT_EQ(phrases().at(words, 0, true).length, 2U);
}

TEST(Phrases, NoneFitWhereThereAreNone) {
  EXPECT_EQ(Phrases().at(words_of(u"thông tư"), 0, false).length, 0U);
  EXPECT_TRUE(Phrases().keys().empty());
}

TEST(Phrases, KeysAreThoseOfTheirWords) {
  const auto keys = phrases().keys();
  EXPECT_EQ(keys.size(), 6U);  // thông, tư, liên, tịch, nghị, định
  EXPECT_TRUE(keys.contains(word_key(u"ĐỊNH")));
}

}  // namespace
}  // namespace soat::reference
