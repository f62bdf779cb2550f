#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Markup, FindsEntitiesTagsAndShortCodes) {
  const RuleProbe probe("residue.markup");
  EXPECT_EQ(probe(u"Hà&nbsp;Nội"), (std::vector<Seen>{{0, "&nbsp;", " "}}));
  EXPECT_EQ(probe(u"Anh &#8220;Ba&#x201D;"), (std::vector<Seen>{{0, "&#8220;", "“"}, {0, "&#x201D;", "”"}}));
  EXPECT_EQ(probe(u"Một dòng<br/>và <a href=\"x\">liên kết</a>").size(), 3U);
  EXPECT_EQ(probe(u"[caption id=\"attachment_12\" width=\"600\"]Ảnh[/caption]").size(), 2U);
}

TEST(Markup, LeavesSignsAlone) {
  const RuleProbe probe("residue.markup");
  for (const std::u16string_view text :
       {u"R&D; AT&T", u"nếu a<b và c>d", u"[video] chèn ở đây [1] [2]", u"x < y, <Tên>, &c;", u"&#; <"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
