#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

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
