#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Space, FindsBlanksBeforeMarksAndInsideBrackets) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe(u"Hôm nay , trời đẹp."), (std::vector<Seen>{{0, " ,", ","}}));
  EXPECT_EQ(probe(u"Hôm nay ,trời đẹp."), (std::vector<Seen>{{0, " ,", ", "}}));
  EXPECT_EQ(probe(u"Ai đó ?"), (std::vector<Seen>{{0, " ?", "?"}}));
  EXPECT_EQ(probe(u"Ủy ban ( tỉnh) họp."), (std::vector<Seen>{{0, "( tỉnh", "(tỉnh"}}));
  EXPECT_EQ(probe(u"Ủy ban (tỉnh ) họp."), (std::vector<Seen>{{0, "tỉnh )", "tỉnh)"}}));
  EXPECT_EQ(probe(u"Gọi là “xây ” thôi."), (std::vector<Seen>{{0, "xây ”", "xây”"}}));
  EXPECT_EQ(probe(u"Hôm  nay trời đẹp."), (std::vector<Seen>{{0, "  ", " "}}));
  EXPECT_EQ(probe(u"Hôm\u00A0 nay trời đẹp."), (std::vector<Seen>{{0, "\u00A0 ", " "}}));
}

TEST(Space, FindsMissingBlanks) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe(u"Tháng tới,Tòa án xét xử."), (std::vector<Seen>{{0, ",Tòa", ", Tòa"}}));
  EXPECT_EQ(probe(u"Chúng tôi vào hội.Các bạn cũng vậy."), (std::vector<Seen>{{0, ".Các", ". Các"}}));
  EXPECT_EQ(probe(u"Ủy ban nhân dân tỉnh(gọi tắt là tỉnh)"), (std::vector<Seen>{{0, "tỉnh(", "tỉnh ("}}));
  EXPECT_EQ(probe(u"Ủy ban (gọi tắt là tỉnh)phải họp."), (std::vector<Seen>{{0, ")phải", ") phải"}}));
  EXPECT_EQ(probe(u"Bà Hằng- đơn vị bạn"), (std::vector<Seen>{{0, "Hằng- đơn", "Hằng - đơn"}}));
}

TEST(Space, LeavesNumbersAddressesAndFormsAlone) {
  const RuleProbe probe("punctuation.space");
  for (const std::u16string_view text :
       {u"Giá 1.234,5 đồng lúc 10:30 ngày 2/9/2020.", u"Xem https://vi.example.org/a,b;c hoặc tệp bao.cao.docx nhé.",
        u"TP.HCM, GS.TS Nguyễn Văn A, v.v.", u"Số: ....... , ngày ... tháng ... năm ...",
        u"Nền tảng .NET và thư viện f(x)", u"điểm a,b,c khoản 1", u"người(s) :) và :-)",
        u"Nơi nhận:          Lưu văn thư", u"- Gạch đầu dòng; - Một dòng nữa", u"Chờ đã ... rồi đi",
        u"kinh tế - xã hội, in-tơ-nét, Covid-19", u"quá (rất) tốt"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
