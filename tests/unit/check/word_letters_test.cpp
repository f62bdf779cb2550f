#include "check/word_letters.h"

#include <gtest/gtest.h>

#include <string>

namespace soat::check {
namespace {

TEST(WordLetters, TellsVowelsInEitherCaseAndWithMarks) {
  for (const char16_t unit : {u'a', u'Y', u'ử', u'Ơ', u'é'}) EXPECT_TRUE(is_vowel(unit));
  for (const char16_t unit : {u'đ', u'Đ', u'n', u'1', u' '}) EXPECT_FALSE(is_vowel(unit));
  EXPECT_TRUE(has_vowel(u"trứng"));
  EXPECT_FALSE(has_vowel(u"trng"));
  EXPECT_FALSE(has_vowel(u""));
}

TEST(WordLetters, TellsTheLettersOfTheAlphabet) {
  for (const char16_t unit : {u'a', u'đ', u'ậ', u'X'}) EXPECT_TRUE(is_vietnamese_letter(unit));
  for (const char16_t unit : {u'f', u'W', u'ö', u'1'}) EXPECT_FALSE(is_vietnamese_letter(unit));
  EXPECT_TRUE(is_only_vietnamese(u'ơ'));
  EXPECT_FALSE(is_only_vietnamese(u'đ'));
  EXPECT_FALSE(is_only_vietnamese(u'a'));
}

TEST(WordLetters, TakesAWordApart) {
  const WordLetters word(u"Nghiễng");
  EXPECT_EQ(word.size(), 7U);
  EXPECT_FALSE(word.is_unmarked());
  EXPECT_EQ(word.tones(), 1U << static_cast<unsigned>(text::Tone::nga));
  EXPECT_EQ(word[4].letter, text::Letter::e_circumflex);
  EXPECT_TRUE(WordLetters(u"nghieng").is_unmarked());
  EXPECT_EQ(WordLetters(u"nghieng").bases(), word.bases());
  // Eth stands for đ in text from old fonts.
  EXPECT_EQ(WordLetters(u"\u00D0i")[0].letter, text::Letter::d_stroke);
}

TEST(WordLetters, TakesNoMoreThanItHolds) {
  const WordLetters word(std::u16string(40, u'a'));
  EXPECT_EQ(word.size(), WordLetters::capacity);
}

}  // namespace
}  // namespace soat::check
