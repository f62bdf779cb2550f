#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(PunctuationSentence, FindsTwoSentencesWithoutAMarkBetweenThem) {
  const RuleProbe probe("punctuation.sentence");
  EXPECT_EQ(probe(u"Việc này có tính thực tiễn cao Vì thế cần làm ngay."),
            (std::vector<Seen>{{0, "cao Vì", "cao. Vì"}}));
  EXPECT_EQ(probe(u"Đường trong thôn còn xấu Những hộ ở xa đi lại rất khó."),
            (std::vector<Seen>{{0, "xấu Những", "xấu. Những"}}));
}

TEST(PunctuationSentence, LeavesTitlesAndNamesAlone) {
  const RuleProbe probe("punctuation.sentence");
  for (const std::u16string_view text :
       {u"Chúng tôi đã xem phim Nếu anh ra đi từ tuần trước.", u"Quỹ Vì người nghèo của xã đã quyên góp xong.",
        u"Bà con trong xã đều vui mừng. Tuy nhiên đường vẫn còn xấu.", u"Hôm qua ông gặp bà Khi Thị Lan ở chợ.",
        u"Hướng Dẫn Làm Bánh Và Nấu Ăn Cho Người Mới"})
    EXPECT_EQ(probe(text), Nothing());
}

}  // namespace
}  // namespace soat::check
