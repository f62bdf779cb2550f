#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "check/rules/residue/page.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::u16string_view prose =
    u"Sáng nay, nhà trường tổ chức lễ tổng kết năm học với sự có mặt của đông đảo phụ huynh và các em học sinh.";

constexpr std::u16string_view more = u"Các em đã có một năm học nhiều tiến bộ, nhất là ở các môn khoa học và thể thao.";

TEST(ResidueStray, FindsALoneExclamation) {
  const RuleProbe probe("residue.stray");
  EXPECT_EQ(probe({u"Sáng nay đoàn công tác về xã thăm hỏi bà con và trao quà cho các hộ nghèo.", u"!",
                   u"Chiều cùng ngày, đoàn làm việc với lãnh đạo các ban ngành của thành phố và các huyện."}),
            (std::vector<Seen>{{1, "!", ""}}));
}

TEST(ResidueStray, FindsPointsAndPictures) {
  const RuleProbe probe("residue.stray");
  for (const std::u16string_view text : {u".", u"•", u"✓", u"\uF0B7", u"\U0001F4DE"}) {
    EXPECT_EQ(probe({prose, text, more}).size(), 1U) << text::to_utf8(text);
  }
  for (const std::u16string_view text : {u"***", u"* * *", u"- - -", u"…", u"..."}) {
    EXPECT_EQ(probe({prose, text, more}), Nothing()) << text::to_utf8(text);
  }
  EXPECT_EQ(probe({u"Tên", u"Số", u"-", u"Ghi chú", u"-"}), Nothing());
}

TEST(StrayLine, FindsBulletsInitialsAndPageNumbers) {
  const RuleProbe probe("residue.stray");
  EXPECT_EQ(probe({prose, u"*", prose}), (std::vector<Seen>{{1, "*", ""}}));
  EXPECT_EQ(probe({prose, u"nth", prose}), (std::vector<Seen>{{1, "nth", ""}}));
  EXPECT_EQ(probe({u"Sáng nay lãnh đạo tỉnh đã đến thăm và làm việc với bà", u"12",
                   u"con vùng lũ ở huyện xa nhất của tỉnh vào lúc trời còn mưa."}),
            (std::vector<Seen>{{1, "12", ""}}));
}

TEST(StrayLine, LeavesTablesAndDividersAlone) {
  const RuleProbe probe("residue.stray");
  EXPECT_EQ(probe({u"Tên", u"x", u"Số", u"kg", u"12", prose}), Nothing());
  EXPECT_EQ(probe({prose, u"***", prose, u"12", prose, u"kg", prose}), Nothing());
}

}  // namespace
}  // namespace soat::check
