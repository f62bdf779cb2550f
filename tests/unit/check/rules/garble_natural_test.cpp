#include <gtest/gtest.h>

#include "unit/check/checked.h"

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

TEST(FunctionWords, LeavesOneOfTwo) {
  EXPECT_EQ(found("garble.function-words", u"Bên cạnh đó còn một số những hạn chế nhất định."), "một số những→một số");
  const std::vector<Finding> each = findings_of("garble.function-words", u"Mỗi các đơn vị phải tự lo lấy.");
  ASSERT_EQ(each.size(), 1U);
  ASSERT_EQ(each[0].suggestions.size(), 2U);
  EXPECT_TRUE(each[0].suggestions[0] == u"Mỗi" || each[0].suggestions[1] == u"Mỗi");
}

TEST(FunctionWords, LeavesOtherWordsAlone) {
  for (const std::u16string_view text :
       {u"Không những các em mà cả thầy cô cũng vui.", u"Trong số những người ấy có một số bạn trẻ.",
        u"Các “những” trong câu này.", u"Một số, những ai chưa rõ, xin hỏi lại.", u"những"}) {
    EXPECT_EQ(found("garble.function-words", text, Profile::strict), "") << text::to_utf8(text);
  }
}

}  // namespace
}  // namespace soat::check
