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

TEST(Markup, FindsTagsThatLinesCut) {
  const RuleProbe probe("residue.markup");
  EXPECT_EQ(probe({u"<meta name=\"description\" content=\"Chuyện làng", u"Ngày xưa ở làng ấy có một cây đa.\">"}),
            (std::vector<Seen>{{0, "<meta name=\"description\" content=\"Chuyện làng", ""}, {1, "\">", ""}}));
  EXPECT_EQ(probe(u"Thẻ <meta> và <title> đứng ở đầu trang."), Nothing());
}

TEST(Markup, FindsSignsOfMarkdown) {
  const RuleProbe probe("residue.markup");
  EXPECT_EQ(probe(u"## Mở đầu"), (std::vector<Seen>{{0, "##", ""}}));
  EXPECT_EQ(probe(u"- ### 1.1 Mở đầu"), (std::vector<Seen>{{0, "###", ""}}));
  EXPECT_EQ(probe(u"**Từ khóa:** làng nghề"), (std::vector<Seen>{{0, "**Từ khóa:**", "Từ khóa:"}}));
  EXPECT_EQ(probe(u"Xem [trang ấy](https://vidu.vn/a) nhé."),
            (std::vector<Seen>{{0, "[trang ấy](https://vidu.vn/a)", "trang ấy"}}));
  for (const std::u16string_view text : {u"# cài đặt gói", u"#dulich #sapa", u"2**3 và 3**2",
                                         u"Giá (**) chưa gồm thuế (**)", u"a[i](x) và [1](2)", u"C## là gì"}) {
    EXPECT_EQ(probe(text), Nothing()) << text::to_utf8(text);
  }
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
