#include "text/char_class.h"

#include <gtest/gtest.h>

#include <string_view>

namespace soat::text {
namespace {

TEST(CharTable, TellsClassesApart) {
  const CharTable& table = CharTable::get();
  for (const char16_t unit : std::u16string_view(u"aZđĐắựÝяñ中"))
    EXPECT_EQ(table.class_of(unit), CharClass::letter) << static_cast<unsigned>(unit);
  for (const char16_t unit : {u'\u0300', u'\u0301', u'\u0303', u'\u0309', u'\u0323', u'\u031B', u'\u0302'})
    EXPECT_EQ(table.class_of(unit), CharClass::mark) << static_cast<unsigned>(unit);
  for (const char16_t unit : {u'0', u'9', u'\u0660', u'\uFF15'}) EXPECT_EQ(table.class_of(unit), CharClass::digit);
  for (const char16_t unit : {u'.', u'…', u'“', u'»', u'-', u'–', u'(', u'_'})
    EXPECT_EQ(table.class_of(unit), CharClass::punctuation);
  for (const char16_t unit : {u'+', u'₫', u'©', u'\u00BD', u'\uE000', u'\uFFFF'})
    EXPECT_EQ(table.class_of(unit), CharClass::symbol);
}

TEST(CharTable, WhatSeparatesIsSpaceAndWhatSteersIsControl) {
  const CharTable& table = CharTable::get();
  for (const char16_t unit : {u' ', u'\t', u'\n', u'\v', u'\f', u'\r', u'\u0085', u'\u00A0', u'\u2028', u'\u3000'})
    EXPECT_EQ(table.class_of(unit), CharClass::space) << static_cast<unsigned>(unit);
  for (const char16_t unit :
       {u'\0', u'\u0008', u'\u000E', u'\u0084', u'\u0086', u'\u00AD', u'\u200B', u'\uFEFF', u'\uFFFC'})
    EXPECT_EQ(table.class_of(unit), CharClass::control) << static_cast<unsigned>(unit);
}

TEST(CharTable, CaseIsThatOfLettersOnly) {
  const CharTable& table = CharTable::get();
  EXPECT_TRUE(table.is_upper(u'Đ') && table.is_upper(u'Ự') && table.is_upper(u'\u01C5'));
  EXPECT_TRUE(table.is_lower(u'đ') && table.is_lower(u'ự') && table.is_lower(u'ß'));
  for (const char16_t unit : {u'1', u'.', u' ', u'中', u'\u0301'})
    EXPECT_FALSE(table.is_upper(unit) || table.is_lower(unit)) << static_cast<unsigned>(unit);
}

TEST(CharTable, AWordGoesOnWithLettersMarksAndDigits) {
  const CharTable& table = CharTable::get();
  for (const char16_t unit : {u'a', u'Ơ', u'\u0323', u'7'}) EXPECT_TRUE(table.is_word_unit(unit));
  for (const char16_t unit : {u'-', u'\'', u' ', u'\u200B', u'\u2011', u'₫'}) EXPECT_FALSE(table.is_word_unit(unit));
}

TEST(CharTable, HalvesOfPairsAreAskedForAsCodePoints) {
  const CharTable& table = CharTable::get();
  for (const unsigned unit : {0xD800U, 0xDBFFU, 0xDC00U, 0xDFFFU}) {
    EXPECT_EQ(table.class_of(static_cast<char16_t>(unit)), CharClass::surrogate);
    EXPECT_FALSE(table.is_word_unit(static_cast<char16_t>(unit)));
  }
  EXPECT_EQ(table.class_of(u'\uD7FF'), CharClass::symbol);
  EXPECT_EQ(table.class_of(u'\uE000'), CharClass::symbol);
  EXPECT_EQ(CharTable::class_of_code_point(U'\U0001D400'), CharClass::letter);
  EXPECT_EQ(CharTable::class_of_code_point(U'\U0001F600'), CharClass::symbol);
  EXPECT_EQ(CharTable::class_of_code_point(0x10FFFF), CharClass::symbol);
  EXPECT_EQ(CharTable::class_of_code_point(0xD800), CharClass::symbol);
}

TEST(CharTable, AgreesWithWhatCodePointsAre) {
  const CharTable& table = CharTable::get();
  for (unsigned unit = 0; unit < 0x10000; ++unit) {
    if (unit >= 0xD800 && unit <= 0xDFFF) continue;
    ASSERT_EQ(table.class_of(static_cast<char16_t>(unit)), CharTable::class_of_code_point(unit)) << unit;
  }
}

TEST(IsHyphen, HasThreeFormsAndNoDash) {
  for (const char16_t unit : {u'-', u'\u2010', u'\u2011'}) EXPECT_TRUE(is_hyphen(unit));
  for (const char16_t unit : {u'\u00AD', u'\u2012', u'–', u'—', u'_', u'\u2212'}) {
    EXPECT_FALSE(is_hyphen(unit));
  }
}

}  // namespace
}  // namespace soat::text
