#include "check/finding.h"

#include <gtest/gtest.h>

#include "texts/texts.h"

namespace soat::check {
namespace {

const RuleInfo& rule() {
  return *find_rule("spelling.non-syllable");
}

TEST(MakeFinding, FillsInEverything) {
  const Finding finding = make_finding(rule(), {3, 5, 9}, rule().severity, 0.7F, texts::report_nothing, {u"nước"});
  EXPECT_EQ(finding.paragraph, 3U);
  EXPECT_EQ(finding.start, 5U);
  EXPECT_EQ(finding.end, 9U);
  EXPECT_EQ(finding.rule, &rule());
  EXPECT_EQ(finding.category(), Category::spelling);
  EXPECT_FLOAT_EQ(finding.confidence, 0.7F);
  EXPECT_EQ(finding.suggestions, std::vector<std::u16string>{u"nước"});
  EXPECT_NE(finding.message.vi, finding.message.en);
}

TEST(MakeFinding, HasAtMostTenSuggestions) {
  std::vector<std::u16string> many;
  for (char16_t letter = u'a'; letter < u'z'; ++letter) many.emplace_back(1, letter);
  const Finding finding = make_finding(rule(), {}, rule().severity, 1, texts::report_nothing, many);
  ASSERT_EQ(finding.suggestions.size(), 10U);
  EXPECT_EQ(finding.suggestions.front(), u"a");  // the best stay
}

TEST(InBoth, IsTheTextInBothLanguages) {
  const Message message = in_both(texts::report_nothing);
  EXPECT_EQ(message.vi, text::Message(texts::report_nothing).in(text::Language::vi));
  EXPECT_EQ(message.en, text::Message(texts::report_nothing).in(text::Language::en));
}

}  // namespace
}  // namespace soat::check
