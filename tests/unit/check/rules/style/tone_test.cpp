#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(ToneStyle, FindsTheMinority) {
  const RuleProbe probe("style.tone");
  EXPECT_EQ(probe({u"Cả nhà hòa thuận, khỏe mạnh.", u"Thủy triều lên, hoà bình đến, tòa nhà mọc."}),
            (std::vector<Seen>{{1, "hoà", "hòa"}}));
  EXPECT_EQ(probe({u"hoà khoẻ thuỷ TÒA"}), (std::vector<Seen>{{0, "TÒA", "TOÀ"}}));
}

TEST(ToneStyle, WantsAClearMajority) {
  const RuleProbe probe("style.tone");
  EXPECT_EQ(probe({u"hòa thuận, khoẻ mạnh, tòa nhà, thuỷ triều"}), Nothing());
  EXPECT_EQ(probe({u"hòa bình, toán, quý, quả, hoàn toàn, khoẻ"}), Nothing());
}

TEST(ToneStyle, WhereOneIsWantedTellsEachOfTheOther) {
  const auto told = [](text::ToneStyle style, Scope scope) {
    CheckOptions options;
    options.only = {Category::style};
    options.scope = scope;
    options.tones = style;
    std::vector<std::u16string> seen;
    for (const Finding& finding :
         shipped_checker().check(lines_of(u"Nhà hòa thuận, hoà bình.\nKHOẺ, khỏe."), options)) {
      EXPECT_EQ(finding.rule->id, "style.tone");
      seen.push_back(finding.suggestions.front());
    }
    return seen;
  };
  using Words = std::vector<std::u16string>;
  for (const Scope scope : {Scope::whole, Scope::fragment}) {
    EXPECT_EQ(told(text::ToneStyle::old_style, scope), (Words{u"hòa", u"KHỎE"}));
    EXPECT_EQ(told(text::ToneStyle::new_style, scope), (Words{u"hoà", u"khoẻ"}));
  }
}

}  // namespace
}  // namespace soat::check
