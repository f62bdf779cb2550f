#include "text/legacy_encoding.h"

#include <gtest/gtest.h>

#include <random>

#include "text/letter_case.h"
#include "text/syllable.h"
#include "text/utf.h"

namespace soat::text {
namespace {

constexpr LegacyEncoding all[] = {LegacyEncoding::tcvn3, LegacyEncoding::vni, LegacyEncoding::viqr,
                                  LegacyEncoding::windows_1258};

std::u16string latin1(std::string_view bytes) {
  std::u16string out;
  for (const char byte : bytes) out.push_back(static_cast<unsigned char>(byte));
  return out;
}

TEST(DecodeLegacy, ReadsKnownBytes) {
  EXPECT_EQ(decode_legacy("Vi\xD6t Nam", LegacyEncoding::tcvn3), u"Việt Nam");
  EXPECT_EQ(decode_legacy("\xA7\xB6ng C\xE9ng s\xB6n", LegacyEncoding::tcvn3), u"Đảng Cộng sản");
  EXPECT_EQ(decode_legacy("Vie\xE4t Nam", LegacyEncoding::vni), u"Việt Nam");
  EXPECT_EQ(decode_legacy("\xF1\xF6\xF4\xF8ng", LegacyEncoding::vni), u"đường");
  EXPECT_EQ(decode_legacy("Vi\xEA\xF2t Nam", LegacyEncoding::windows_1258), u"Việt Nam");
  EXPECT_EQ(decode_legacy("Vie^.t Nam, ddu+o+`ng", LegacyEncoding::viqr), u"Việt Nam, đường");
}

TEST(DecodeLegacy, ViqrEscapes) {
  EXPECT_EQ(decode_legacy("ta\\. d\\d \\\\ a\\^", LegacyEncoding::viqr), u"ta. dd \\ a^");
}

TEST(DecodeLegacy, AWordWithOneCapitalOfTcvn3FollowsTheWordsBeside) {
  EXPECT_EQ(decode_legacy("H\xD6 TH\xE8NG X\xB7 HUY\xD6N", LegacyEncoding::tcvn3), u"HỆ THỐNG XÃ HUYỆN");
  EXPECT_EQ(decode_legacy("UBND x\xB7 H\xB5 An", LegacyEncoding::tcvn3), u"UBND xã Hà An");
  EXPECT_EQ(decode_legacy("X\xB7", LegacyEncoding::tcvn3), u"Xã");
}

TEST(DecodeLegacy, CapitalsOfTcvn3FollowTheWord) {
  EXPECT_EQ(decode_legacy("VI\xD6T NAM", LegacyEncoding::tcvn3), u"VIỆT NAM");
  EXPECT_EQ(decode_legacy("H\xE9i", LegacyEncoding::tcvn3), u"Hội");
}

TEST(EncodeLegacy, RoundTripsEverySyllable) {
  for (const Syllable s : possible_syllables()) {
    for (const ToneStyle style : {ToneStyle::old_style, ToneStyle::new_style}) {
      const std::u16string word = compose(s, style);
      for (const LegacyEncoding encoding : all) {
        const EncodedText encoded = encode_legacy(word, encoding);
        ASSERT_EQ(encoded.unmappable, 0u);
        ASSERT_EQ(decode_legacy(encoded.bytes, encoding), word) << name(encoding) << " " << to_utf8(word);
        ASSERT_EQ(decode_misread(latin1(encoded.bytes), encoding), word) << name(encoding) << " " << to_utf8(word);
        if (encoding != LegacyEncoding::tcvn3) {
          const std::u16string upper = to_upper(word);
          ASSERT_EQ(decode_legacy(encode_legacy(upper, encoding).bytes, encoding), upper) << name(encoding);
        }
      }
    }
  }
}

TEST(EncodeLegacy, ViqrRoundTripsAnyAscii) {
  std::mt19937 random(5);
  const std::u16string alphabet = u"aăâdđeuoơưệDĐU.?~'`^(+*\\ x";
  for (int round = 0; round < 20'000; ++round) {
    std::u16string text;
    for (std::size_t n = random() % 12; n > 0; --n) text.push_back(alphabet[random() % alphabet.size()]);
    ASSERT_EQ(decode_legacy(encode_legacy(text, LegacyEncoding::viqr).bytes, LegacyEncoding::viqr), text)
        << to_utf8(text) << " " << encode_legacy(text, LegacyEncoding::viqr).bytes;
  }
}

TEST(EncodeLegacy, CountsWhatTheEncodingLacks) {
  for (const LegacyEncoding encoding : all) {
    const EncodedText encoded = encode_legacy(u"a中\U0001D11E", encoding);
    EXPECT_EQ(encoded.unmappable, 2u) << name(encoding);
    EXPECT_EQ(decode_legacy(encoded.bytes, encoding), u"a??") << name(encoding);
  }
}

TEST(DecodeLegacy, NeverFailsOnRandomBytes) {
  std::mt19937 random(6);
  for (int round = 0; round < 5'000; ++round) {
    std::string bytes;
    for (std::size_t n = random() % 40; n > 0; --n) bytes.push_back(static_cast<char>(random()));
    for (const LegacyEncoding encoding : all) {
      EXPECT_LE(decode_legacy(bytes, encoding).size(), bytes.size());
    }
  }
}

TEST(DecodeMisread, TellsWhereEachUnitComesFrom) {
  std::vector<std::uint32_t> places;
  EXPECT_EQ(decode_misread(u"Vieät ñoù", LegacyEncoding::vni, places), u"Việt đó");
  EXPECT_EQ(places, (std::vector<std::uint32_t>{0, 1, 2, 4, 5, 6, 7}));
  EXPECT_EQ(decode_misread(u"n­íc", LegacyEncoding::tcvn3, places), u"nước");
  EXPECT_EQ(places, (std::vector<std::uint32_t>{0, 1, 2, 3}));
}

TEST(LegacyEncodingFromName, KnowsTheNames) {
  for (const LegacyEncoding encoding : all) EXPECT_EQ(legacy_encoding_from_name(name(encoding)), encoding);
  EXPECT_FALSE(legacy_encoding_from_name("utf-8"));
}

}  // namespace
}  // namespace soat::text
