#include "reference/words.h"

#include <gtest/gtest.h>

namespace soat::reference {
namespace {

using Kind = LineWord::Kind;

TEST(WordsOf, TakesALineApart) {
  const std::vector<LineWord> words = words_of(u"Số 30/2020, ngày");
  ASSERT_EQ(words.size(), 6U);
  EXPECT_EQ(words[0].kind, Kind::letters);
  EXPECT_TRUE(words[0].capital);
  EXPECT_EQ(words[1].kind, Kind::digits);
  EXPECT_EQ(words[1].key, u"30");
  EXPECT_TRUE(words[1].space_before);
  EXPECT_EQ(words[2].kind, Kind::mark);
  EXPECT_FALSE(words[2].space_before);
  EXPECT_EQ(words[5].start, 12U);
  EXPECT_EQ(words[5].end, 16U);
}

TEST(WordsOf, NothingGivesNothing) {
  EXPECT_TRUE(words_of(u"").empty());
  EXPECT_TRUE(words_of(u" \t\u00A0\u200B\uFEFF").empty());
}

TEST(WordsOf, ComposedAndDecomposedAreTheSameButForTheirLength) {
  const LineWord composed = words_of(u"Nghị").at(0);
  const LineWord decomposed = words_of(u"Nghi\u0323").at(0);
  EXPECT_EQ(composed.key, decomposed.key);
  EXPECT_EQ(composed.plain, decomposed.plain);
  EXPECT_EQ(composed.end, 4U);
  EXPECT_EQ(decomposed.end, 5U);
}

TEST(WordsOf, SignsOfOneKindAreOne) {
  for (const char16_t* dash : {u"-", u"\u2010", u"\u2011", u"–", u"—", u"\u2212", u"\u00AD"})
    EXPECT_EQ(words_of(dash).at(0).key, u"-");
  for (const char16_t* quote : {u"\"", u"“", u"”", u"«", u"»", u"„"}) EXPECT_EQ(words_of(quote).at(0).key, u"\"");
  for (const char16_t* slash : {u"/", u"\u2044", u"\u2215", u"\uFF0F"}) EXPECT_EQ(words_of(slash).at(0).key, u"/");
}

TEST(WordsOf, HalvesOfAPairAreNoTrouble) {
  EXPECT_EQ(words_of(u"a\xD83D\xDE00z").size(), 4U);
  EXPECT_EQ(words_of(u"\xD83D").size(), 1U);
  EXPECT_EQ(words_of(u"\xDE00").at(0).kind, Kind::mark);
}

TEST(WordsOf, CapitalsAndTones) {
  const LineWord word = words_of(u"NĐ").at(0);
  EXPECT_TRUE(word.all_capitals);
  EXPECT_FALSE(word.toned);
  EXPECT_FALSE(words_of(u"TTg").at(0).all_capitals);
  EXPECT_TRUE(words_of(u"NGHỊ").at(0).toned);
  EXPECT_TRUE(words_of(u"\u00D0iều").at(0).capital);
}

TEST(WordKey, PlaceOfTheToneAndCaseDoNotCount) {
  EXPECT_EQ(word_key(u"khoá"), word_key(u"KHÓA"));
  EXPECT_EQ(word_key(u"\u00D0iều"), word_key(u"điều"));
  EXPECT_NE(word_key(u"điều"), word_key(u"điêu"));
  EXPECT_NE(word_key(u"số"), word_key(u"sổ"));
  EXPECT_EQ(word_key(u""), u"");
}

TEST(WordPlain, HasNoMarks) {
  EXPECT_EQ(word_plain(u"Điều"), u"dieu");
  EXPECT_EQ(word_plain(u"ƯỚC"), u"uoc");
  EXPECT_EQ(word_plain(u"nghi\u0323"), u"nghi");
  EXPECT_EQ(word_plain(u"TCVN 8819"), u"tcvn 8819");
}

}  // namespace
}  // namespace soat::reference
