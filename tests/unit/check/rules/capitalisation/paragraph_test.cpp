#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(CapitalisationParagraph, FindsProseThatBeginsSmallBehindProse) {
  const RuleProbe probe("capitalisation.paragraph");
  constexpr std::u16string_view one = u"Sáng nay, bà con trong thôn cùng nhau dọn dẹp đường làng ngõ xóm.";
  constexpr std::u16string_view two = u"buổi chiều, mọi người lại quây quần bên nhau trong sân nhà văn hóa thôn.";
  EXPECT_EQ(probe({one, one, one, two, one}), (std::vector<Seen>{{3, "buổi", "Buổi"}}));
  // Behind what is not complete, in a list, in a text that has no capitals.
  EXPECT_EQ(probe({one, one, one, one, u"Mọi người gồm:", two}), Nothing());
  EXPECT_EQ(probe({one, one, one, one, u"a) quét dọn đường làng, ngõ xóm, sân nhà văn hóa và nghĩa trang của thôn."}),
            Nothing());
  EXPECT_EQ(probe({two, two, two, one}), Nothing());
}

}  // namespace
}  // namespace soat::check
