#include "check/finding_collector.h"

#include <gtest/gtest.h>

#include "texts/texts.h"

namespace soat::check {
namespace {

class FindingCollectorTest : public testing::Test {
 protected:
  FindingCollectorTest() { read(u"Ngu\u031Bo\u031B\u0300i xem https://song.example/bai nhé."); }

  void read(std::u16string_view text) { text::analyse(text, analysis_); }

  DocumentView view(Profile profile = Profile::strict) const { return {std::span(&analysis_, 1), profile}; }

  static Finding finding(std::uint32_t start, std::uint32_t end, float confidence = 1,
                         std::string_view rule = "spelling.non-syllable") {
    const RuleInfo& info = *find_rule(rule);
    return make_finding(info, {0, start, end}, info.severity, confidence, texts::report_nothing);
  }

  text::Analysis analysis_;
};

TEST_F(FindingCollectorTest, OffsetsBecomeThoseOfTheTextAsHandedIn) {
  FindingCollector collector(view());
  collector.add(finding(0, 5));  // composed: Người
  collector.add_original(finding(0, 8));
  ASSERT_EQ(collector.findings().size(), 2U);
  EXPECT_EQ(collector.findings()[0].end, 8U);
  EXPECT_EQ(collector.findings()[1].end, 8U);
}

TEST_F(FindingCollectorTest, WhatTheProfileDoesNotShowIsLeftOut) {
  FindingCollector collector(view(Profile::normal));
  const float least = find_rule("spelling.non-syllable")->thresholds.normal;
  collector.add(finding(0, 5, least - 0.01F));
  collector.add_original(finding(0, 5, least - 0.01F));
  EXPECT_TRUE(collector.findings().empty());
  collector.add(finding(0, 5, least));
  EXPECT_EQ(collector.findings().size(), 1U);
}

TEST_F(FindingCollectorTest, AddressesAreNotCut) {
  const auto url = static_cast<std::uint32_t>(analysis_.text.find(u"https"));
  FindingCollector collector(view());
  collector.add(finding(url + 8, url + 12));
  collector.add(finding(url - 2, url + 3));
  collector.add(finding(url + 20, url + 30));
  EXPECT_TRUE(collector.findings().empty());
  collector.add(finding(url + 8, url + 12, 1, "citation.unsourced-quote"));  // may speak of them
  EXPECT_EQ(collector.findings().size(), 1U);
}

TEST_F(FindingCollectorTest, SilencedRangesAreLeftOutAtTheEnd) {
  FindingCollector collector(view());
  collector.add_original(finding(0, 8));
  collector.add_original(finding(9, 12));
  collector.silence(0, 0, 8, *find_rule("encoding.legacy"), Silence::everything);
  EXPECT_EQ(collector.findings().size(), 2U);
  collector.leave_out_silenced();
  ASSERT_EQ(collector.findings().size(), 1U);
  EXPECT_EQ(collector.findings()[0].start, 9U);
}

TEST_F(FindingCollectorTest, ParagraphsAreAssessedAllOrNone) {
  FindingCollector collector(view());
  EXPECT_TRUE(collector.probabilities().empty());
  collector.assess(0, 0.4F);
  EXPECT_EQ(collector.probabilities(), std::vector<float>{0.4F});
}

}  // namespace
}  // namespace soat::check
