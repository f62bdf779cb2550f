#include "check/finding_collector.h"

#include <gtest/gtest.h>

#include <initializer_list>
#include <string_view>
#include <vector>

#include "check/rules/table.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

const RuleInfo& spelling = rule_info<"spelling.tone-placement">();
const RuleInfo& citation = rule_info<"citation.legal-form">();

Finding finding(std::uint32_t start, std::uint32_t end, const RuleInfo& rule = spelling, float confidence = 1,
                std::uint32_t paragraph = 0) {
  return make_finding(rule, {paragraph, start, end}, rule.severity, confidence, texts::report_nothing);
}

class FindingCollectorTest : public testing::Test {
 protected:
  FindingCollector collector(std::initializer_list<std::u16string_view> texts, Profile profile = Profile::normal) {
    paragraphs_.clear();
    for (const std::u16string_view one : texts) text::analyse(one, paragraphs_.emplace_back());
    return FindingCollector({.paragraphs = paragraphs_, .profile = profile});
  }

  std::vector<text::Analysis> paragraphs_;
};

TEST_F(FindingCollectorTest, GivesOffsetsOfTheTextAsHandedIn) {
  // The first letter's mark is a character of its own, which is composed away.
  FindingCollector sink = collector({u"a\u0301 tóan"});
  ASSERT_EQ(paragraphs_[0].text, u"á tóan");
  sink.add(finding(2, 6));
  ASSERT_EQ(sink.findings().size(), 1U);
  EXPECT_EQ(sink.findings()[0].start, 3U);
  EXPECT_EQ(sink.findings()[0].end, 7U);
  sink.add_original(finding(0, 2));
  ASSERT_EQ(sink.findings().size(), 2U);
  EXPECT_EQ(sink.findings()[1].end, 2U) << "offsets of the original are left as they are";
}

TEST_F(FindingCollectorTest, LeavesOutWhatTheProfileDoesNotShow) {
  const float between = (spelling.thresholds.of(Profile::normal) + spelling.thresholds.of(Profile::strict)) / 2;
  ASSERT_LT(between, spelling.thresholds.of(Profile::normal));
  FindingCollector normal = collector({u"tóan"});
  normal.add(finding(0, 4, spelling, between));
  normal.add_original(finding(0, 4, spelling, between));
  EXPECT_TRUE(normal.findings().empty());
  FindingCollector strict = collector({u"tóan"}, Profile::strict);
  strict.add(finding(0, 4, spelling, between));
  EXPECT_EQ(strict.findings().size(), 1U);
  strict.add(finding(0, 4, spelling, spelling.thresholds.of(Profile::strict)));
  EXPECT_EQ(strict.findings().size(), 2U) << "the threshold itself is shown";
}

TEST_F(FindingCollectorTest, SaysNothingOfWordsInAddresses) {
  FindingCollector sink = collector({u"Xem https://tóan.vn/tóan rồi tóan."});
  sink.add(finding(12, 16));
  sink.add(finding(4, 24));
  sink.add(finding(20, 28));
  EXPECT_TRUE(sink.findings().empty()) << "in it, all of it, and a change that cuts into it";
  sink.add(finding(29, 33));
  EXPECT_EQ(sink.findings().size(), 1U);
  sink.add(finding(4, 24, citation));
  EXPECT_EQ(sink.findings().size(), 2U) << "rules of citations speak of addresses";
}

TEST_F(FindingCollectorTest, LeavesOutWhatIsSilenced) {
  FindingCollector sink = collector({u"một hai ba", u"một hai ba"});
  sink.add(finding(0, 3));
  sink.add(finding(4, 7));
  sink.add(finding(4, 7, spelling, 1, 1));
  sink.silence(0, 4, 7, rule_info<"garble.extraction">(), Silence::everything);
  sink.leave_out_silenced();
  ASSERT_EQ(sink.findings().size(), 2U);
  EXPECT_EQ(sink.findings()[0].start, 0U);
  EXPECT_EQ(sink.findings()[1].paragraph, 1U);
}

TEST_F(FindingCollectorTest, KeepsAProbabilityForEachParagraphOrNone) {
  FindingCollector sink = collector({u"một", u"hai", u"ba"});
  EXPECT_TRUE(sink.probabilities().empty());
  sink.assess(1, 0.5F);
  EXPECT_EQ(sink.probabilities(), (std::vector<float>{0, 0.5F, 0}));
}

}  // namespace
}  // namespace soat::check
