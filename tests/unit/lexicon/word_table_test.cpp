#include "lexicon/word_table.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::lexicon {
namespace {

TEST(WordTable, FindsAWordInTheWritingsThatItsListingAllows) {
  WordTable table;
  table.add(u"ôxy", {WordKind::loan, 9});
  table.add(u"Napoléon", {WordKind::foreign, 8});
  table.add(u"TNHH", {WordKind::abbreviation, 7});
  table.add(u"iPhone", {WordKind::foreign, 6});
  EXPECT_EQ(table.find(u"ôxy").kind, WordKind::loan);
  EXPECT_EQ(table.find(u"Ôxy").frequency, 9);
  EXPECT_TRUE(table.find(u"ÔXY"));
  EXPECT_TRUE(table.find(u"Napoléon"));
  EXPECT_TRUE(table.find(u"NAPOLÉON"));
  EXPECT_FALSE(table.find(u"napoléon"));
  EXPECT_TRUE(table.find(u"TNHH"));
  EXPECT_FALSE(table.find(u"tnhh"));
  EXPECT_TRUE(table.find(u"iPhone"));
  EXPECT_FALSE(table.find(u"Iphone"));
}

TEST(WordTable, KeepsTheGreaterKindAndEveryWritingOfAWordAddedTwice) {
  WordTable table;
  table.add(u"Kem", {WordKind::name, 3});
  table.add(u"kem", {WordKind::personal, 0});
  EXPECT_EQ(table.size(), 1U);
  EXPECT_EQ(table.find(u"kem").kind, WordKind::personal);
  EXPECT_EQ(table.find(u"kem").frequency, 3);
}

TEST(WordTable, FindsNothingWhenEmptyAndNothingTooLong) {
  WordTable table;
  EXPECT_FALSE(table.find(u"an"));
  table.add(std::u16string(65, u'a'), {WordKind::name, 1});
  EXPECT_EQ(table.size(), 0U);
  EXPECT_FALSE(table.find(std::u16string(65, u'a')));
  EXPECT_FALSE(table.find(u""));
}

TEST(WordTable, HoldsManyWords) {
  WordTable table;
  for (int i = 0; i < 5000; ++i) {
    std::u16string word = u"w";
    for (int n = i; n > 0; n /= 26) word.push_back(static_cast<char16_t>(u'a' + n % 26));
    table.add(word, {WordKind::foreign, static_cast<std::uint8_t>(i % 31)});
  }
  EXPECT_EQ(table.size(), 5000U);
  EXPECT_TRUE(table.find(u"wab"));
  EXPECT_FALSE(table.find(u"wzzzz"));
}

}  // namespace
}  // namespace soat::lexicon
