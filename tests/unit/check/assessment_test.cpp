#include "check/assessment.h"

#include <gtest/gtest.h>

#include <array>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "check/finding_collector.h"
#include "text/utf.h"
#include "texts/texts.h"

namespace soat::check {
namespace {

class AssessmentOfFour : public testing::Test {
 protected:
  AssessmentOfFour() : paragraphs_(4) {
    const std::array texts = {u"Đoạn đầu.", u"Đoạn hai.", u"", u"Đoạn cuối."};
    for (std::size_t i = 0; i < texts.size(); ++i) text::analyse(texts[i], paragraphs_[i]);
  }

  static Finding finding(std::uint32_t paragraph, std::string_view id) {
    const RuleInfo& rule = *find_rule(id);
    Finding one = make_finding(rule, {paragraph, 0, 0}, rule.severity, 1, texts::report_nothing);
    one.message = Message{u"Vì sao.", u"Why."};
    return one;
  }

  Assessment assess(std::vector<float> probabilities, std::vector<Finding> findings = {}) const {
    return check::assess(probabilities, paragraphs_, findings);
  }

  static std::vector<Finding> signs_in(std::initializer_list<std::uint32_t> places) {
    std::vector<Finding> findings;
    for (const std::uint32_t place : places) findings.push_back(finding(place, "garble.set-phrase"));
    return findings;
  }

  static std::string english(const ParagraphAssessment& paragraph) {
    std::string out;
    for (const Message& line : paragraph.evidence) out += text::to_utf8(line.en) + "\n";
    return out;
  }

  std::vector<text::Analysis> paragraphs_;
};

TEST_F(AssessmentOfFour, CountsTheSignsOfAParagraphByKind) {
  const Assessment assessment =
      assess({0.1F, 0.9F, 0.9F, 0.8F},
             {finding(0, "residue.web"), finding(1, "garble.set-phrase"), finding(1, "garble.context-fill"),
              finding(1, "garble.missing"), finding(3, "garble.substitution")});
  ASSERT_EQ(assessment.paragraphs.size(), 4U);
  EXPECT_FLOAT_EQ(assessment.probability, 0.9F);
  EXPECT_EQ(english(assessment.paragraphs[0]), "");
  EXPECT_EQ(english(assessment.paragraphs[1]),
            "2 places with an unusual word where another is usual\n1 place with perhaps a word too many or too few\n");
  EXPECT_EQ(assessment.paragraphs[1].evidence[0].vi, u"2 chỗ dùng từ lạ ở nơi quen dùng từ khác");
  EXPECT_EQ(english(assessment.paragraphs[3]), "1 place with an unusual word where another is usual\n");
}

TEST_F(AssessmentOfFour, AParagraphIsKnownByTheCompanyItKeeps) {
  const Assessment assessment = assess({0.9F, 0.9F, 0.9F, 0.1F}, {finding(0, "garble.set-phrase")});
  EXPECT_EQ(english(assessment.paragraphs[1]),
            "signs here or in the paragraphs beside it, none sure enough to be pointed out by itself\n");
  EXPECT_EQ(english(assessment.paragraphs[2]), "");  // has no text
  EXPECT_FLOAT_EQ(assessment.paragraphs[2].probability, 0);
  EXPECT_EQ(english(assessment.paragraphs[3]), "");
}

TEST_F(AssessmentOfFour, IsEmptyWhenNothingJudged) {
  const Assessment assessment = assess({}, {finding(0, "garble.doubled")});
  EXPECT_TRUE(assessment.paragraphs.empty());
  EXPECT_TRUE(passages(assessment).empty());
}

TEST_F(AssessmentOfFour, NeighboursAreOnePassage) {
  const std::vector<Passage> found = passages(assess({0.8F, 0.9F, 0.9F, 0.2F}, signs_in({0, 1})));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 0U);
  EXPECT_EQ(found[0].end, 2U);  // the third has no text
  EXPECT_FLOAT_EQ(found[0].probability, 0.9F);
}

TEST_F(AssessmentOfFour, OnlyParagraphsWithTextPartAPassage) {
  EXPECT_EQ(passages(assess({0.2F, 0.8F, 0, 0.7F}, signs_in({1, 3}))).size(), 1U);
  EXPECT_EQ(passages(assess({0.8F, 0.2F, 0, 0.7F}, signs_in({0, 3}))).size(), 2U);
}

TEST_F(AssessmentOfFour, WhatStandsBesideAPassageIsNotBlamed) {
  const std::vector<Passage> found = passages(assess({0.9F, 0.9F, 0, 0.9F}, signs_in({1})));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].first, 1U);
  EXPECT_EQ(found[0].end, 2U);
  EXPECT_EQ(passages(assess({0.9F, 0.9F, 0, 0.9F}, signs_in({0, 3}))).size(), 1U);
  EXPECT_TRUE(passages(assess({0.9F, 0.9F, 0, 0.9F})).empty());
}

TEST_F(AssessmentOfFour, TheFirstFindingOnWordsTellsOfItsPassage) {
  std::vector<Finding> findings = {finding(0, "garble.set-phrase"), finding(1, "punctuation.space"),
                                   finding(1, "spelling.context"), finding(1, "garble.set-phrase"),
                                   finding(3, "garble.set-phrase")};
  tell_passages(assess({0.2F, 0.9F, 0.9F, 0.69F}, findings), findings);
  for (const std::size_t untouched : {0, 1, 3, 4}) EXPECT_EQ(findings[untouched].message->en, u"Why.") << untouched;
  EXPECT_EQ(findings[2].message->en, u"Why. This passage shows many signs of rewriting by machine; worth a look.");
  EXPECT_EQ(findings[2].message->vi, u"Vì sao. Đoạn này có nhiều dấu hiệu được viết lại bằng máy; nên xem lại.");
}

TEST_F(AssessmentOfFour, APassageWithoutFindingsIsToldByNone) {
  std::vector<Finding> findings = {finding(0, "garble.set-phrase")};
  tell_passages(assess({0.2F, 0.9F, 0.9F, 0.9F}, findings), findings);
  EXPECT_EQ(findings[0].message->en, u"Why.");
}

TEST_F(AssessmentOfFour, RulesTellTheirProbabilitiesToTheCollector) {
  const DocumentView view{paragraphs_};
  FindingCollector collector(view);
  EXPECT_TRUE(collector.probabilities().empty());
  collector.assess(1, 0.5F);
  EXPECT_EQ(collector.probabilities(), (std::vector<float>{0, 0.5F, 0, 0}));
}

}  // namespace
}  // namespace soat::check
