#include "check/single_word.h"

#include <gtest/gtest.h>

#include "check/syllable_candidates.h"
#include "text/utf.h"
#include "unit/check/shipped_words.h"

namespace soat::check {
namespace {

const SyllableCandidates& candidates() {
  static const SyllableCandidates made(shipped_lexicon());
  return made;
}

bool known(std::u16string_view word) {
  return is_known(shipped_lexicon(), candidates(), word);
}

std::string first(std::u16string_view word) {
  const std::vector<std::u16string> all = suggestions_for(shipped_lexicon(), candidates(), word);
  EXPECT_LE(all.size(), 10U);
  return all.empty() ? "" : text::to_utf8(all.front());
}

TEST(SingleWord, KnowsSyllablesInAnyCaseAndPlaceOfTheTone) {
  for (const char16_t* word : {u"người", u"NGƯỜI", u"Hoà", u"hòa", u"“người”,", u"người-ta"}) EXPECT_TRUE(known(word));
}

TEST(SingleWord, WhatIsNoMatterOfSpellingIsKnown) {
  for (const char16_t* word :
       {u"", u"123", u"a", u"B2B", u"…", u"song@ben.example", u"example.com", u"Shakespeare", u"\xD83D\xDE00"})
    EXPECT_TRUE(known(word)) << text::to_utf8(word);
  EXPECT_TRUE(known(std::u16string(101, u'ắ')));
}

TEST(SingleWord, MisspeltSyllablesAreNot) {
  for (const char16_t* word : {u"nguời", u"nghành", u"nứơc", u"người-nguời"}) EXPECT_FALSE(known(word));
}

TEST(SingleWord, SuggestionsKeepCaseAndPunctuation) {
  EXPECT_EQ(first(u"nguời"), "người");
  EXPECT_EQ(first(u"“Nguời”,"), "“Người”,");
  EXPECT_EQ(first(u"NGUỜI"), "NGƯỜI");
  EXPECT_EQ(first(u"người-nguời"), "người-người");
}

TEST(SingleWord, WordsRunTogetherAreSetApart) {
  EXPECT_EQ(first(u"đượcmột"), "được một");
}

TEST(SingleWord, WhatIsKnownHasNone) {
  for (const char16_t* word : {u"", u"người", u"Shakespeare", u"..."}) EXPECT_EQ(first(word), "");
}

}  // namespace
}  // namespace soat::check
