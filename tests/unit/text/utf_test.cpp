#include "text/utf.h"

#include <gtest/gtest.h>

#include <random>

namespace soat::text {
namespace {

TEST(FindInvalidUtf8, AcceptsWellFormedText) {
  EXPECT_FALSE(find_invalid_utf8(""));
  EXPECT_FALSE(find_invalid_utf8("Tiếng Việt — 𝄞 có dấu"));
}

TEST(FindInvalidUtf8, NamesTheFirstOffendingByte) {
  EXPECT_EQ(find_invalid_utf8("abc\xFFz"), 3u);
  EXPECT_EQ(find_invalid_utf8("abcdefghijk\xC0\x80"), 11u);  // overlong
  EXPECT_EQ(find_invalid_utf8("a\xED\xA0\x80"), 1u);         // surrogate
  EXPECT_EQ(find_invalid_utf8("a\xF4\x90\x80\x80"), 1u);     // above U+10FFFF
  EXPECT_EQ(find_invalid_utf8("ti\xE1\xBA"), 2u);            // cut short
  EXPECT_EQ(find_invalid_utf8("\x80"), 0u);
}

TEST(ToUtf16, ReplacesMaximalSubparts) {
  EXPECT_EQ(to_utf16("a\xF1\x80\x80\xE1\x80\xC2z"), u"a\uFFFD\uFFFD\uFFFDz");  // Unicode 3.9, table 3-8
}

TEST(ToUtf8, RoundTripsEveryCodePoint) {
  for (char32_t c = 0; c <= 0x10FFFF; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    std::string bytes;
    append_utf8(c, bytes);
    ASSERT_FALSE(find_invalid_utf8(bytes)) << std::hex << static_cast<unsigned>(c);
    const std::u16string units = to_utf16(bytes);
    ASSERT_EQ(to_utf8(units), bytes) << std::hex << static_cast<unsigned>(c);
    std::size_t offset = 0;
    ASSERT_EQ(next_code_point(units, offset), c);
    ASSERT_EQ(offset, units.size());
  }
}

TEST(ToUtf8, ReplacesLoneSurrogates) {
  const std::u16string text = {u'a', 0xD800, u'b', 0xDC00};
  EXPECT_EQ(to_utf8(text), "a\uFFFDb\uFFFD");
}

TEST(CodePointOffsets, IsTheIdentityWithoutPairs) {
  const CodePointOffsets offsets(u"Việt");
  EXPECT_EQ(offsets.to_code_points(3), 3u);
  EXPECT_EQ(offsets.to_units(4), 4u);
  EXPECT_EQ(offsets.to_units(99), 4u);
}

TEST(CodePointOffsets, CountsPairsOnce) {
  std::mt19937 random(1);
  for (int round = 0; round < 200; ++round) {
    std::u16string text;
    for (int i = 0; i < 30; ++i) {
      const char16_t kinds[] = {u'a', 0xD834, 0xDD1E, u'ệ'};
      text.push_back(kinds[random() % 4]);
    }
    const CodePointOffsets offsets(text);
    std::size_t code_points = 0;
    for (std::size_t i = 0; i < text.size(); ++code_points) {
      const std::size_t start = i;
      next_code_point(text, i);
      ASSERT_EQ(offsets.to_code_points(start), code_points);
      ASSERT_EQ(offsets.to_units(code_points), start);
    }
    ASSERT_EQ(offsets.to_code_points(text.size()), code_points);
    ASSERT_EQ(offsets.to_units(code_points), text.size());
  }
}

TEST(CodePointOffsets, InsideAPairIsItsStart) {
  const CodePointOffsets offsets(u"a\U0001D11Eb");
  EXPECT_EQ(offsets.to_code_points(2), 1u);
}

}  // namespace
}  // namespace soat::text
