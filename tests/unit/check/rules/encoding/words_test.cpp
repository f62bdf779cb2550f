#include "check/rules/encoding/words.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/finding_collector.h"
#include "check/rules/table.h"
#include "text/analysis.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

// What is told of these words: "start-end → suggestion".
std::vector<std::u16string> told(const std::vector<OriginalRange>& words) {
  std::vector<text::Analysis> paragraphs(2);
  text::analyse(u"một hai ba bốn năm", paragraphs[1]);
  FindingCollector collector({.paragraphs = paragraphs, .profile = Profile::strict});
  report_words(collector, rule_info<"encoding.look-alike">(), 1, words, 0.9F, texts::report_nothing,
               [](OriginalRange range) { return std::u16string(range.end - range.start, u'x'); });
  std::vector<std::u16string> out;
  for (const Finding& finding : collector.findings()) {
    EXPECT_EQ(finding.paragraph, 1U);
    out.push_back(paragraphs[1].original.substr(finding.start, finding.end - finding.start) + u"→" +
                  finding.suggestions.front());
  }
  return out;
}

TEST(EncodingWords, UpToTwoAreToldOneByOne) {
  EXPECT_EQ(told({{0, 3}}), (std::vector<std::u16string>{u"một→xxx"}));
  EXPECT_EQ(told({{0, 3}, {8, 10}}), (std::vector<std::u16string>{u"một→xxx", u"ba→xx"}));
}

TEST(EncodingWords, MoreAreToldAsOneRun) {
  EXPECT_EQ(told({{0, 3}, {4, 7}, {8, 10}}), (std::vector<std::u16string>{u"một hai ba→xxxxxxxxxx"}));
}

TEST(EncodingWords, OfNoneNothingIsTold) {
  EXPECT_TRUE(told({}).empty());
}

TEST(EncodingWords, ARangeReachesToTheBlanksRoundIt) {
  const auto widened = [](std::u16string_view text, std::size_t start, std::size_t end) {
    const OriginalRange range = widen_to_word(text, {start, end});
    return std::u16string(text.substr(range.start, range.end - range.start));
  };
  EXPECT_EQ(widened(u"một hai, ba", 5, 6), u"hai,");
  EXPECT_EQ(widened(u"một\thai\nba", 4, 5), u"hai");
  EXPECT_EQ(widened(u"một", 1, 2), u"một");
  EXPECT_EQ(widened(u"", 0, 0), u"");
}

}  // namespace
}  // namespace soat::check
