#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Sequence, FindsMarksThatDoNotFollowOneAnother) {
  const RuleProbe probe("punctuation.sequence");
  EXPECT_EQ(probe(u"Trời đẹp,, gió mát."), (std::vector<Seen>{{0, ",,", ","}}));
  EXPECT_EQ(probe(u"Trời đẹp,.. gió mát."), (std::vector<Seen>{{0, ",..", "..."}}));
  EXPECT_EQ(probe(u"Trời đẹp.."), (std::vector<Seen>{{0, "..", "."}}));
  EXPECT_EQ(probe(u"Trời đẹp,. Gió mát."), (std::vector<Seen>{{0, ",.", "."}}));
  EXPECT_EQ(probe(u"Trời đẹp không?. Gió mát."), (std::vector<Seen>{{0, "?.", "?"}}));
  EXPECT_EQ(probe(u"Trời đẹp. . Gió mát."), (std::vector<Seen>{{0, ". .", "."}}));
  EXPECT_EQ(probe(u"Trời đẹp。Gió mát."), (std::vector<Seen>{{0, "。", "."}}));
}

TEST(Sequence, FindsMarksBehindTheStopOfAName) {
  const RuleProbe probe("punctuation.sequence");
  EXPECT_EQ(probe(u"Hãy thử thay đổi Lịch Trình.!"), (std::vector<Seen>{{0, ".!", "!"}}));
  EXPECT_EQ(probe(u"Ở TP.! Ở Tr.?"), Nothing());
}

TEST(Sequence, FindsASlashBehindTheLastMark) {
  const RuleProbe probe("punctuation.sequence");
  EXPECT_EQ(probe(u"Hoạt động có hiệu quả…/"), (std::vector<Seen>{{0, "…/", "…"}}));
  EXPECT_EQ(probe(u"Nơi nhận: như trên./."), Nothing());
}

TEST(Sequence, AllowsEllipsisAbbreviationAndForms) {
  const RuleProbe probe("punctuation.sequence");
  for (const std::u16string_view text :
       {u"Đi mãi... rồi về… Thật à?! Trời ơi!!!", u"mắm, muối,... và đường,… cùng gạo...,",
        u"Ngày .... tháng ..... năm ……", u"Anh nói: . . . rồi thôi.", u"mua rau, thịt, v.v., rồi về",
        u"Nguyễn Văn A., sinh năm 1990", u"Công ty Microsoft Co., Ltd", u"hàm std::string",
        u"Sao thế?... Không biết...!", u"câu 天地。人 là chữ Hán"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
