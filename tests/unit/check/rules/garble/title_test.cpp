#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Title, PutsInTheWordThatIsMissing) {
  EXPECT_EQ(found("garble.title", u"Phó Bí Thường trực Thành ủy đã đến dự."),
            "Phó Bí Thường trực→Phó Bí thư Thường trực");
  EXPECT_EQ(found("garble.title", u"ỦY BAN KIỂM TRUNG ƯƠNG HỌP"), "ỦY BAN KIỂM TRUNG ƯƠNG→ỦY BAN KIỂM TRA TRUNG ƯƠNG");
  EXPECT_EQ(found("garble.title", u"nước Cộng hòa xã hội chủ nghĩa Nam"),
            "Cộng hòa xã hội chủ nghĩa Nam→Cộng hòa xã hội chủ nghĩa Việt Nam");
}

TEST(Title, KnowsWholeTitlesAndShorterOnes) {
  for (const std::u16string_view text :
       {u"Phó Bí thư Thường trực Tỉnh ủy và Phó Chủ tịch Ủy ban nhân dân tỉnh.", u"Ủy ban tỉnh, Hội đồng tỉnh đã họp.",
        u"Ông là Phó Bí. Thường trực Tỉnh ủy đã họp.", u"Phó Bí, Thường trực", u"Phó Bí", u""}) {
    EXPECT_EQ(found("garble.title", text, Profile::strict), "") << text::to_utf8(text);
  }
}

}  // namespace
}  // namespace soat::check
