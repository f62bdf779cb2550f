#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(SentenceCase, FindsSmallLettersAtTheStart) {
  const RuleProbe probe("capitalisation.sentence");
  EXPECT_EQ(probe(u"Hôm nay trời rất đẹp. chúng tôi đi chơi."), (std::vector<Seen>{{0, "chúng", "Chúng"}}));
}

TEST(SentenceCase, FindsSmallLettersAtTheStartOfAQuotation) {
  const RuleProbe probe("capitalisation.sentence");
  EXPECT_EQ(probe(u"Bà mở chuồng cho vịt tự bơi. “sống ở đây lâu nên quen rồi”, bà nói."),
            (std::vector<Seen>{{0, "sống", "Sống"}}));
  EXPECT_EQ(probe(u"Bà kể lại chuyện \"ngày xưa\". Ai cũng khen \"hay quá\" rồi về."), Nothing());
}

TEST(SentenceCase, KnowsAbbreviationsAndEllipsis) {
  const RuleProbe probe("capitalisation.sentence");
  for (const std::u16string_view text :
       {u"Anh ấy đi mãi... rồi cũng về đến nhà.", u"Mua rau, thịt, v.v. rồi về nhà ngay.",
        u"Quy định như sau. a) một điều.", u"Theo tr. 5 của sách. iPhone bán chạy.",
        u"Ông đến TP. và ThS. nguyễn ở lại."}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
