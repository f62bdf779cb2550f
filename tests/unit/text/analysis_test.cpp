#include "text/analysis.h"

#include <gtest/gtest.h>

#include <random>

#include "text/patterns.h"
#include "text/utf.h"
#include "unit/text/analysed.h"

namespace soat::text {
namespace {

void expect_sound(const std::u16string& original, const Analysis& analysis) {
  ASSERT_EQ(analysis.original, original);
  if (analysis.offsets.empty()) {
    ASSERT_EQ(analysis.text, original);
  } else {
    ASSERT_EQ(analysis.offsets.size(), analysis.text.size() + 1);
    ASSERT_EQ(analysis.offsets.back(), original.size());
    for (std::size_t i = 0; i + 1 < analysis.offsets.size(); ++i) {
      ASSERT_LT(analysis.offsets[i], analysis.offsets[i + 1] + (i + 2 == analysis.offsets.size() ? 1u : 0u));
    }
  }
  std::uint32_t end = 0;
  for (const Token& token : analysis.tokens) {
    ASSERT_GE(token.start, end);
    ASSERT_GT(token.end, token.start);
    ASSERT_LE(token.end, analysis.text.size());
    // The original of a token, analysed alone, is composed to the same text.
    const auto [from, to] = analysis.original_span(token.start, token.end);
    ASSERT_LT(from, to);
    if (token.kind == TokenKind::word) {
      ASSERT_EQ(analysed(std::u16string_view(original).substr(from, to - from)).text, analysis.view(token));
    }
    for (std::uint32_t i = end; i < token.start; ++i) {
      const std::u16string between(1, analysis.text[i]);
      ASSERT_TRUE(analysed(between).tokens.empty()) << "a visible character in no token";
    }
    end = token.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : analysis.sentences) {
    ASSERT_EQ(sentence.first_token, next);
    ASSERT_GT(sentence.end_token, next);
    ASSERT_EQ(sentence.start, analysis.tokens[sentence.first_token].start);
    ASSERT_EQ(sentence.end, analysis.tokens[sentence.end_token - 1].end);
    next = sentence.end_token;
  }
  ASSERT_EQ(next, analysis.tokens.size());
}

TEST(Analyse, OffsetsMapBackForRandomText) {
  std::mt19937 random(7);
  const std::u16string alphabet =
      u"aăâbcdđeêghiklmnoôơpqrstuưvxyzAĐỞễỹ0129 "
      u".,;:!?…-/\\@#&%$_'’“”()[]{}<>=+*~^`|\u0300\u0301\u0302\u0303\u0306\u0309\u031B\u0323"
      u"\u00AD\u200B\uFEFF\u00A0\t\n\uFFFC\x01\xD834\xDD1E中п漢\u0E01\u0E31½²°€₫";
  Analysis analysis;
  for (int round = 0; round < 4000; ++round) {
    std::u16string text;
    const std::size_t length = random() % 60;
    for (std::size_t i = 0; i < length; ++i) {
      text.push_back(random() % 8 == 0 ? static_cast<char16_t>(random()) : alphabet[random() % alphabet.size()]);
    }
    analyse(text, analysis);
    expect_sound(text, analysis);
    if (HasFatalFailure()) FAIL() << to_utf8(text);
  }
}

TEST(Analyse, ReusesItsBuffers) {
  Analysis analysis;
  analyse(u"Một câu. Hai ca\u0302u.", analysis);
  analyse(u"Ba", analysis);
  EXPECT_EQ(analysis.text, u"Ba");
  EXPECT_TRUE(analysis.offsets.empty());
  EXPECT_EQ(analysis.tokens.size(), 1u);
  EXPECT_EQ(analysis.sentences.size(), 1u);
}

TEST(Analyse, TakesTenThousandMarks) {
  std::u16string text = u"e hết";
  text.insert(1, 10'000, u'\u0301');
  const Analysis analysis = analysed(text);
  EXPECT_EQ(analysis.tokens.size(), 2u);
  EXPECT_EQ(analysed(std::u16string(10'000, u'\u0301')).tokens.size(), 1u);
}

// Text without a space, in shapes that tempt a matcher to look ahead again and again. Quadratic work would take hours
// here.
TEST(Analyse, TakesLongLines) {
  for (const std::u16string_view unit :
       {u"a",  u"a.",        u"1.",     u"1/",      u"a-", u"A.",  u"!",  u"?)",
        u"a@", u"http://a;", u"\u0301", u"e\u0301", u"A&", u"v.v", u"1a", u"TP.",
        u"a'", u"\xD834",    u"\uFFFC", u"đi. ",    u"#",  u"#a",  u"1-", u"\U000E01C9"}) {
    std::u16string line;
    while (line.size() < 500'000) line += unit;
    const Analysis analysis = analysed(line);
    EXPECT_FALSE(analysis.tokens.empty());
    EXPECT_EQ(analysis.original_span(0, static_cast<std::uint32_t>(analysis.text.size())).second, line.size());
  }
}

}  // namespace
}  // namespace soat::text
