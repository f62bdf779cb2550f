#include "review/finding_list.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "check/rules/table.h"
#include "texts/texts.h"

namespace soat::review {
namespace {

const check::RuleInfo& misspelt = check::rule_info<"spelling.non-syllable">();
const check::RuleInfo& confused = check::rule_info<"spelling.confusable">();
const check::RuleInfo& doubled = check::rule_info<"garble.doubled">();

check::Finding finding(std::u16string_view text, std::u16string_view wording, const check::RuleInfo& rule = misspelt,
                       float confidence = 0.95F) {
  const auto start = static_cast<std::uint32_t>(text.find(wording));
  const auto end = static_cast<std::uint32_t>(start + wording.size());
  check::Finding one =
      check::make_finding(rule, {0, start, end}, rule.severity, confidence, texts::report_nothing, {u"đúng"});
  one.message = check::Message{u"vì sao", u"why"};
  return one;
}

// What the rows are of, by their wording.
struct Sample {
  FindingList list;
  std::vector<std::u16string> texts = {u"aa bb cc", u"dd", u"ee ff ee"};

  Sample() {
    set(0, {finding(texts[0], u"aa"), finding(texts[0], u"cc", doubled, 0.7F)});
    set(1, {finding(texts[1], u"dd", confused)});
    set(2, {finding(texts[2], u"ff", doubled), finding(texts[2], u"ee")});
  }

  void set(std::uint32_t paragraph, std::vector<check::Finding> findings) {
    list.set(paragraph, std::move(findings), texts[paragraph]);
  }

  void rewrite(std::uint32_t paragraph, std::u16string text, std::vector<check::Finding> findings) {
    texts[paragraph] = std::move(text);
    set(paragraph, std::move(findings));
  }

  std::u16string at(const check::Finding& finding) const {
    return texts[finding.paragraph].substr(finding.start, finding.end - finding.start);
  }

  std::vector<std::u16string> rows() {
    std::vector<std::u16string> out;
    for (std::size_t row = 0; row < list.rows(); ++row) out.push_back(at(list.row(row)));
    return out;
  }

  std::u16string current() { return list.current() == nullptr ? u"-" : at(*list.current()); }
};

using Rows = std::vector<std::u16string>;

TEST(FindingList, RowsAreInTheOrderOfTheDocument) {
  Sample sample;
  EXPECT_EQ(sample.rows(), (Rows{u"aa", u"cc", u"dd", u"ee", u"ff"}));
}

TEST(FindingList, ByKindTheCategoriesAndTheLikeStandTogether) {
  Sample sample;
  sample.rewrite(1, u"dd aa", {finding(u"dd aa", u"dd", confused), finding(u"dd aa", u"aa")});
  sample.list.set_order(Order::kind);
  EXPECT_EQ(sample.rows(), (Rows{u"dd", u"aa", u"aa", u"ee", u"cc", u"ff"}));
}

TEST(FindingList, CountsHoldWhateverTheFilter) {
  Sample sample;
  Filter filter;
  filter.hidden[static_cast<std::size_t>(check::Category::spelling)] = true;
  sample.list.set_filter(filter);
  const Counts counts = sample.list.counts();
  EXPECT_EQ(counts.all, 5U);
  EXPECT_EQ(counts.sure, 4U);
  EXPECT_EQ(counts.by_category[static_cast<std::size_t>(check::Category::spelling)], 3U);
  EXPECT_EQ(counts.by_category[static_cast<std::size_t>(check::Category::garble)], 2U);
  EXPECT_EQ(sample.rows(), (Rows{u"cc", u"ff"}));
}

TEST(FindingList, FiltersByConfidence) {
  Sample sample;
  Filter filter;
  filter.only_sure = true;
  sample.list.set_filter(filter);
  EXPECT_EQ(sample.rows(), (Rows{u"aa", u"dd", u"ee", u"ff"}));
}

TEST(FindingList, FiltersByWordingSuggestionReasonAndRuleWhateverTheCase) {
  Sample sample;
  const auto rows_with = [&](std::u16string text) {
    Filter filter;
    filter.text = std::move(text);
    sample.list.set_filter(filter);
    return sample.rows();
  };
  EXPECT_EQ(rows_with(u"DD"), (Rows{u"dd"}));
  EXPECT_EQ(rows_with(u"Đúng").size(), 5U);
  EXPECT_EQ(rows_with(u"VÌ SAO").size(), 5U);
  EXPECT_EQ(rows_with(u"hay viết sai"), (Rows{u"dd"}));
  EXPECT_EQ(rows_with(u"zz"), Rows{});
  EXPECT_EQ(sample.list.current(), nullptr);
}

TEST(FindingList, FiltersByWhatIsTypedWithoutMarks) {
  Sample sample;
  sample.rewrite(1, u"mùa nứơc Đắk", {finding(u"mùa nứơc Đắk", u"nứơc Đắk", confused)});
  const auto rows_with = [&](std::u16string text) {
    Filter filter;
    filter.text = std::move(text);
    sample.list.set_filter(filter);
    return sample.rows();
  };
  const Rows found = {u"nứơc Đắk"};
  for (const char16_t* typed : {u"nuoc", u"NUOC DAK", u"nứơc", u"đắk", u"Hay viet sai"})
    EXPECT_EQ(rows_with(typed), found);
  EXPECT_EQ(rows_with(u"dung").size(), 5U);
  EXPECT_EQ(rows_with(u"nước"), Rows{});  // its marks count
  EXPECT_EQ(rows_with(u"dăk"), Rows{});
}

TEST(FindingList, BeginsAtAPlaceAndGoesRound) {
  Sample sample;
  sample.list.go_to(0, 3);
  EXPECT_EQ(sample.current(), u"cc");
  sample.list.next();
  EXPECT_EQ(sample.current(), u"dd");
  sample.list.previous();
  sample.list.previous();
  EXPECT_EQ(sample.current(), u"aa");
  sample.list.previous();
  EXPECT_EQ(sample.current(), u"ff");
  sample.list.next();
  EXPECT_EQ(sample.current(), u"aa");
  sample.list.go_to(7, 0);
  EXPECT_EQ(sample.current(), u"aa");
}

TEST(FindingList, BeginsAtAPlaceAlsoByKind) {
  Sample sample;
  sample.list.set_order(Order::kind);
  sample.list.go_to(0, 3);
  EXPECT_EQ(sample.current(), u"cc");
}

TEST(FindingList, TheCurrentOneStaysWhileOthersComeAndGo) {
  Sample sample;
  sample.list.select(2);
  sample.list.erase_if([&](const check::Finding& finding) { return sample.at(finding) == u"aa"; });
  EXPECT_EQ(sample.current(), u"dd");
  EXPECT_EQ(sample.list.current_row(), 1U);
  sample.list.set_order(Order::kind);
  EXPECT_EQ(sample.current(), u"dd");
  EXPECT_EQ(sample.list.current_row(), 0U);
}

TEST(FindingList, BehindWhatWasFixedComesTheNext) {
  Sample sample;
  sample.list.select(1);
  sample.rewrite(0, u"aa bb đúng", {finding(u"aa bb đúng", u"aa")});
  EXPECT_EQ(sample.current(), u"dd");
  sample.list.select(sample.list.rows() - 1);
  sample.rewrite(2, u"ee đúng ee", {finding(u"ee đúng ee", u"ee")});
  EXPECT_EQ(sample.current(), u"aa");  // round
}

TEST(FindingList, ByKindTheNextOfTheSameKindComes) {
  Sample sample;
  sample.list.set_order(Order::kind);
  sample.list.go_to(0, 3);
  ASSERT_EQ(sample.current(), u"cc");
  sample.rewrite(0, u"aa bb đúng", {finding(u"aa bb đúng", u"aa")});
  EXPECT_EQ(sample.current(), u"ff");
}

TEST(FindingList, TheCurrentOneFollowsEditsRoundIt) {
  Sample sample;
  sample.list.select(1);
  ASSERT_EQ(sample.current(), u"cc");
  sample.rewrite(0, u"aa xx bb cc", {finding(u"aa xx bb cc", u"xx"), finding(u"aa xx bb cc", u"cc", doubled)});
  EXPECT_EQ(sample.current(), u"cc");
  sample.rewrite(0, u"aa xx bb cc và nữa", {finding(u"aa xx bb cc và nữa", u"cc", doubled)});
  EXPECT_EQ(sample.current(), u"cc");
}

TEST(FindingList, WhatTheFilterHidesGivesWayToTheNextRow) {
  Sample sample;
  sample.list.select(1);
  Filter filter;
  filter.hidden[static_cast<std::size_t>(check::Category::garble)] = true;
  sample.list.set_filter(filter);
  EXPECT_EQ(sample.current(), u"dd");
}

TEST(FindingList, ParagraphsThatComeAndGoMoveWhatStandsBehind) {
  Sample sample;
  sample.list.select(4);
  ASSERT_EQ(sample.current(), u"ff");
  sample.texts.erase(sample.texts.begin() + 1);
  sample.list.renumber(1, 1, -1);
  EXPECT_EQ(sample.rows(), (Rows{u"aa", u"cc", u"ee", u"ff"}));
  EXPECT_EQ(sample.current(), u"ff");
  sample.texts.insert(sample.texts.begin(), u"mới");
  sample.list.renumber(0, 0, 1);
  EXPECT_EQ(sample.rows(), (Rows{u"aa", u"cc", u"ee", u"ff"}));
  EXPECT_EQ(sample.current(), u"ff");
}

TEST(FindingList, WhatIsUndoneComesBack) {
  Sample sample;
  sample.list.select(2);
  sample.rewrite(1, u"đúng", {});
  EXPECT_EQ(sample.current(), u"ee");
  sample.rewrite(1, u"dd", {finding(u"dd", u"dd", confused)});
  EXPECT_EQ(sample.rows(), (Rows{u"aa", u"cc", u"dd", u"ee", u"ff"}));
  EXPECT_EQ(sample.current(), u"ee");
}

TEST(FindingList, OnlyWhatIsSureAndSaysWhatToWriteIsFixedUnseen) {
  const FindingList list;
  check::Finding one = finding(u"aa", u"aa", misspelt, 0.9F);
  EXPECT_TRUE(list.can_be_fixed_unseen(one));
  one.confidence = 0.89F;
  EXPECT_FALSE(list.can_be_fixed_unseen(one));
  one.confidence = 1;
  one.suggestions = {};
  EXPECT_FALSE(list.can_be_fixed_unseen(one));
}

TEST(FindingList, TheUserSaysWhatIsSure) {
  Sample sample;
  Filter filter;
  filter.only_sure = true;
  sample.list.set_filter(filter);
  EXPECT_EQ(sample.rows().size(), 4U);
  sample.list.set_sure_confidence(0.7F);
  EXPECT_EQ(sample.rows(), (Rows{u"aa", u"cc", u"dd", u"ee", u"ff"}));
  EXPECT_EQ(sample.list.counts().sure, 5U);
  sample.list.set_sure_confidence(0.99F);
  EXPECT_EQ(sample.rows(), Rows{});
  EXPECT_EQ(sample.list.counts().sure, 0U);
}

}  // namespace
}  // namespace soat::review
