#include "check/extraction/letter_exchange.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace soat::check::extraction {
namespace {

std::vector<std::u16string> origins(const ExchangeSet& set, std::u16string_view word, bool upper = false) {
  std::vector<std::u16string> found;
  set.for_each_origin(word, upper, [&](const Origin& origin) { found.emplace_back(origin.word); });
  std::ranges::sort(found);
  return found;
}

bool has(const std::vector<std::u16string>& words, std::u16string_view word) {
  return std::ranges::find(words, word) != words.end();
}

TEST(LetterExchange, PutsBackWhatVniMade) {
  const ExchangeSet& set = unicode_taken_for_vni();
  EXPECT_TRUE(has(origins(set, u"cơng"), u"công"));
  EXPECT_TRUE(has(origins(set, u"đồn"), u"đoàn"));
  EXPECT_TRUE(has(origins(set, u"qn"), u"quân"));
  EXPECT_TRUE(has(origins(set, u"phịng"), u"phòng"));
  // The word itself is no origin.
  EXPECT_FALSE(has(origins(set, u"đồn"), u"đồn"));
}

TEST(LetterExchange, KnowsThatCapitalsHaveCodesOfTheirOwn) {
  const ExchangeSet& set = unicode_taken_for_tcvn3();
  EXPECT_TRUE(has(origins(set, u"cụng"), u"công"));
  EXPECT_FALSE(has(origins(set, u"cụng", true), u"công"));
  EXPECT_TRUE(has(origins(set, u"cễng", true), u"công"));
  bool first = false;
  set.for_each_origin(u"ễng", false, [&](const Origin& origin) {
    first |= origin.capitals == Capitals::first && origin.word == u"ông";
  });
  EXPECT_TRUE(first);
}

TEST(LetterExchange, LeavesNoLetterThatTheConversionWouldHaveChanged) {
  // ó becomes ĩ, so a word that still has its ó was never converted.
  EXPECT_TRUE(origins(unicode_taken_for_vni(), u"cónơ").empty());
  EXPECT_TRUE(unicode_taken_for_vni().changes(u"có", Capitals::none));
  EXPECT_FALSE(unicode_taken_for_vni().changes(u"cơ", Capitals::none));
}

TEST(LetterExchange, EndsOnLongAndEmptyWords) {
  EXPECT_TRUE(origins(unicode_taken_for_vni(), u"").empty());
  EXPECT_TRUE(origins(unicode_taken_for_vni(), std::u16string(500, u'ơ')).empty());
}

}  // namespace
}  // namespace soat::check::extraction
