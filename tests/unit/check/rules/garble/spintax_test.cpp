#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Spintax, FindsChoices) {
  const RuleProbe probe("garble.spintax");
  EXPECT_EQ(probe(u"Đây là {một|vài|nhiều} ví dụ."), (std::vector<Seen>{{0, "{một|vài|nhiều}", "một"}}));
  EXPECT_EQ(probe(u"Đây là {điều {hay|tốt}|việc lạ}."),
            (std::vector<Seen>{{0, "{điều {hay|tốt}|việc lạ}", "điều hay"}}));
  EXPECT_EQ(probe(u"Họ {đi|chạy nhanh về nhà"), (std::vector<Seen>{{0, "{đi|chạy", "đi"}}));
  EXPECT_EQ(probe(u"Họ đi|chạy} nhanh"), (std::vector<Seen>{{0, "đi|chạy}", "đi"}}));
}

TEST(Spintax, LeavesFormulasCodeAndTablesAlone) {
  const RuleProbe probe("garble.spintax");
  for (const std::u16string_view text :
       {u"Tập {x | x > 0} và {số nguyên x | x = 2}.", u"Gõ {{Thông tin|tên=Lan}} vào đó.", u"Tên {họ tên} và {ngày}.",
        u"{ a, b, c }", u"Cột một | cột hai | cột ba", u"}|{", u"{|}"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
