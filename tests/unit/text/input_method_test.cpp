#include "text/input_method.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "text/utf.h"

namespace soat::text {
namespace {

std::string first(std::u16string_view word) {
  const Residues readings = decode_residue(word);
  return readings.empty() ? "" : to_utf8(compose(readings[0].syllable));
}

bool has(const Residues& readings, Syllable syllable) {
  return std::any_of(readings.begin(), readings.end(), [&](const Residue& each) { return each.syllable == syllable; });
}

TEST(DecodeResidue, Telex) {
  EXPECT_EQ(first(u"tieesng"), "tiếng");
  EXPECT_EQ(first(u"tieengs"), "tiếng");
  EXPECT_EQ(first(u"tiengse"), "tiếng");
  EXPECT_EQ(first(u"dduwowngf"), "đường");
  EXPECT_EQ(first(u"dduowngf"), "đường");
  EXPECT_EQ(first(u"duongwdf"), "đường");
  EXPECT_EQ(first(u"nuwocs"), "nước");
  EXPECT_EQ(first(u"thuowr"), "thuở");
  EXPECT_EQ(first(u"hwowngs"), "hướng");
  EXPECT_EQ(first(u"nhwng"), "nhưng");
  EXPECT_EQ(first(u"Vieetj"), "việt");
  EXPECT_EQ(first(u"XAX"), "xã");
  EXPECT_EQ(first(u"đuowngf"), "đường");
  EXPECT_EQ(first(u"xooong"), "xoong");
}

TEST(DecodeResidue, Vni) {
  EXPECT_EQ(first(u"Vie65t"), "việt");
  EXPECT_EQ(first(u"d9uong72"), "đường");
  EXPECT_EQ(first(u"d9u7o7ng2"), "đường");
  EXPECT_EQ(first(u"ma8t1"), "mắt");
  const Residues readings = decode_residue(u"Vie65t");
  ASSERT_FALSE(readings.empty());
  EXPECT_EQ(readings[0].method, InputMethod::vni);
  EXPECT_EQ(readings[0].marks, 2);
}

TEST(DecodeResidue, Viqr) {
  EXPECT_EQ(first(u"Vie^.t"), "việt");
  EXPECT_EQ(first(u"ddu+o+`ng"), "đường");
  EXPECT_EQ(first(u"ma('t"), "mắt");
}

TEST(DecodeResidue, RefusesWhatMakesNoSyllable) {
  for (const char16_t* word : {u"", u"a", u"the", u"stress", u"fox", u"nhanh", u"tiếng", u"2019", u"H2SO4", u"covid19",
                               u"nghieengss", u"aaaaaaaaaaaaaa", u"matf", u"ô.k", u"12"}) {
    EXPECT_EQ(first(word), "") << to_utf8(word);
  }
}

TEST(EncodeKeys, AreWhatATypistPresses) {
  EXPECT_EQ(encode_telex(parse(u"đường")), u"dduowngf");
  EXPECT_EQ(encode_telex(parse(u"tiếng"), ToneKey::after_vowel), u"tieesng");
  EXPECT_EQ(encode_telex(parse(u"mưa")), u"muwa");
  EXPECT_EQ(encode_telex(parse(u"xoong")), u"xooong");
  EXPECT_EQ(encode_vni(parse(u"Việt")), u"vie6t5");
  EXPECT_EQ(encode_vni(parse(u"đường")), u"d9uo7ng2");
  EXPECT_EQ(encode_vni(parse(u"hoa")), u"hoa");
}

TEST(EncodeKeys, DecodeToTheSyllable) {
  for (const Syllable s : possible_syllables()) {
    const bool long_vowel = s.nucleus() == Nucleus::oo_circumflex || s.nucleus() == Nucleus::oo;
    for (const ToneKey tone_key : {ToneKey::at_end, ToneKey::after_vowel}) {
      const std::u16string telex = encode_telex(s, tone_key);
      if (telex != bare(s).view() && !long_vowel) {
        ASSERT_TRUE(has(decode_residue(telex, InputMethod::telex), s)) << to_utf8(telex);
      }
      const std::u16string vni = encode_vni(s, tone_key);
      if (vni != bare(s).view()) {
        ASSERT_TRUE(has(decode_residue(vni, InputMethod::vni), s)) << to_utf8(vni);
      }
    }
  }
}

TEST(DecodeResidue, GivesPossibleSyllablesForRandomKeys) {
  std::mt19937 random(3);
  const std::u16string keys = u"aeouiydwsfrxjzngthc0123456789^(+'`?~.đâê";
  for (int round = 0; round < 20'000; ++round) {
    std::u16string word;
    for (std::size_t n = random() % 16; n > 0; --n) word.push_back(keys[random() % keys.size()]);
    for (const Residue& reading : decode_residue(word)) {
      ASSERT_TRUE(reading.syllable.valid());
      ASSERT_EQ(Syllable::from_code(reading.syllable.code()), reading.syllable);
      ASSERT_GE(reading.marks, 1);
    }
  }
}

}  // namespace
}  // namespace soat::text
