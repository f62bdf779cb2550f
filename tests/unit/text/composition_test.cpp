#include "text/composition.h"

#include <gtest/gtest.h>

#include <string>

#include "text/analysis.h"
#include "unit/text/analysed.h"

namespace soat::text {
namespace {

TEST(Composition, DecomposedTextGivesTheSameTokens) {
  const std::u16string composed = u"Tiếng Việt được viết đúng";
  const std::u16string decomposed = u"Tie\u0302\u0301ng Vie\u0323\u0302t \u0111u\u031Bo\u031B\u0323c";
  const Analysis a = analysed(u"Tiếng Việt được");
  const Analysis b = analysed(decomposed);
  EXPECT_EQ(a.text, b.text);
  EXPECT_EQ(analysed(u"Ti\u00EA\u0301ng").text, u"Tiếng");
  EXPECT_EQ(analysed(u"Ti\u00E9\u0302ng").text, u"Tiếng");  // tone before circumflex
  EXPECT_EQ(analysed(u"man\u0303ana").text, u"mañana");
  EXPECT_EQ(analysed(composed).text, composed);
  EXPECT_TRUE(analysed(composed).offsets.empty());
  const auto [start, end] = b.original_span(b.tokens[1].start, b.tokens[1].end);
  EXPECT_EQ(decomposed.substr(start, end - start), u"Vie\u0323\u0302t");
}

TEST(Composition, InvisibleCharactersDoNotSplitAWord) {
  const std::u16string original = u"kh\u00ADông \u200Bgian\uFEFF mạng";
  const Analysis analysis = analysed(original);
  EXPECT_EQ(analysis.text, u"không gian mạng");
  ASSERT_EQ(analysis.tokens.size(), 3u);
  const auto [start, end] = analysis.original_span(analysis.tokens[0].start, analysis.tokens[0].end);
  EXPECT_EQ(original.substr(start, end - start), u"kh\u00ADông");
}

}  // namespace
}  // namespace soat::text
