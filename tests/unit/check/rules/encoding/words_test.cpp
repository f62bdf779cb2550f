#include "check/rules/encoding/words.h"

#include <gtest/gtest.h>

#include "check/finding_collector.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

// "0-2 3-5": the ranges that are told for places of a text.
std::string told(const std::vector<OriginalRange>& words) {
  text::Analysis analysis;
  text::analyse(u"aa bb cc dd ee", analysis);
  const DocumentView view{std::span(&analysis, 1), Profile::strict};
  FindingCollector collector(view);
  report_words(collector, *find_rule("encoding.look-alike"), 0, words, 1, texts::report_nothing,
               [](OriginalRange range) { return std::u16string(range.end - range.start, u'x'); });
  std::string out;
  for (const Finding& one : collector.findings()) {
    out += (out.empty() ? "" : " ") + std::to_string(one.start) + "-" + std::to_string(one.end);
    EXPECT_EQ(one.suggestions.front().size(), one.end - one.start);
  }
  return out;
}

TEST(ReportWords, UpToTwoAreToldOneByOne) {
  EXPECT_EQ(told({}), "");
  EXPECT_EQ(told({{0, 2}}), "0-2");
  EXPECT_EQ(told({{0, 2}, {6, 8}}), "0-2 6-8");
}

TEST(ReportWords, MoreAreOneRun) {
  EXPECT_EQ(told({{0, 2}, {3, 5}, {9, 11}}), "0-11");
}

TEST(WidenToWord, ReachesToBlanksOrTheEnds) {
  const auto widened = [](std::u16string_view text, OriginalRange range) {
    const OriginalRange wide = widen_to_word(text, range);
    return std::u16string(text.substr(wide.start, wide.end - wide.start));
  };
  EXPECT_EQ(widened(u"một hai ba", {5, 6}), u"hai");
  EXPECT_EQ(widened(u"một\thai\nba", {5, 6}), u"hai");
  EXPECT_EQ(widened(u"một", {1, 2}), u"một");
  EXPECT_EQ(widened(u"một\u00A0hai", {0, 1}), u"một");
  EXPECT_EQ(widened(u"", {0, 0}), u"");
}

}  // namespace
}  // namespace soat::check
