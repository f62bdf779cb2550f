#include <gtest/gtest.h>

#include "text/utf.h"
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

TEST(Space, FindsMissingBlanksBehindDotsAndBeforeQuotations) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe(u"Mẹ nấu ăn khéo…nhưng hay vội."), (std::vector<Seen>{{0, "…nhưng", "… nhưng"}}));
  EXPECT_EQ(probe(u"Mưa rồi...Cả nhà chạy."), (std::vector<Seen>{{0, "...Cả", "... Cả"}}));
  EXPECT_EQ(probe(u"Mẹ nói:“Con về nhé.”"), (std::vector<Seen>{{0, ":“", ": “"}}));
  EXPECT_EQ(probe(u"Mẹ nói:\"Con về nhé.\""), (std::vector<Seen>{{0, ":\"", ": \""}}));
  EXPECT_EQ(probe(u"Thóc đã phơi xong.15 hộ được chia."), (std::vector<Seen>{{0, ".15", ". 15"}}));
  for (const std::u16string_view text : {u"Tôi…tôi không biết.", u"Điều ấy đã rõ.1 Sau đó mọi người về.",
                                         u"Mẹ gọi \"con\", rồi \"em\".", u"Tệp anh.so.1 rất nhỏ."})
    EXPECT_EQ(probe(text), Nothing()) << text::to_utf8(text);
}

TEST(Space, FindsBlanksBeforeTheLastDotsAndBeforeColonsOfForms) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe(u"Mấy đứa trẻ mang theo vở, bút và kẹo bánh ..."), (std::vector<Seen>{{0, " ...", "..."}}));
  EXPECT_EQ(probe(u"Diện tích nhà :........ m2"), (std::vector<Seen>{{0, " :", ":"}}));
  for (const std::u16string_view text : {u"Họ tên ... do xã cấp cho ông bà ngày ...", u"Tên xã …"})
    EXPECT_EQ(probe(text), Nothing()) << text::to_utf8(text);
}

TEST(Space, FindsWordsGluedToNumbers) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe(u"Mỗi hộ được 20triệu đồng."), (std::vector<Seen>{{0, "20triệu", "20 triệu"}}));
  EXPECT_EQ(probe(u"Nhà cách đây 7mét thôi."), (std::vector<Seen>{{0, "7mét", "7 mét"}}));
  for (const std::u16string_view text : {u"Nặng 5kg, dài 7m, giá 100.000đ, mạng 4G.", u"Lớp 12A1 và 3D."})
    EXPECT_EQ(probe(text), Nothing()) << text::to_utf8(text);
}

TEST(Space, FindsABlankOnOneSideOfTheDashInARange) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe(u"Giai đoạn 2015- 2020 có 5 xã."), (std::vector<Seen>{{0, "2015- 2020", "2015-2020"}}));
  EXPECT_EQ(probe(u"Giai đoạn 2016 –2020 có 3 xã."), (std::vector<Seen>{{0, "2016 –2020", "2016–2020"}}));
  for (const std::u16string_view text :
       {u"Giai đoạn 2016 - 2020 và 2021-2025.", u"Nhiệt độ từ 12 -3 độ.", u"Kết quả 5 -3 là 2."})
    EXPECT_EQ(probe(text), Nothing());
}

TEST(Space, FindsABlankInsideANumber) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe(u"Giá 5. 000 đồng một kg."), (std::vector<Seen>{{0, "5. 000", "5.000"}}));
  EXPECT_EQ(probe(u"Ông về năm 2005. 500 người ra đón."), Nothing());
}

TEST(Space, FindsABlankInsideStraightQuotationMarks) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe(u"Ông nói: \"Tôi về \"."), (std::vector<Seen>{{0, "về \"", "về\""}}));
  EXPECT_EQ(probe(u"Ông nói: \" Tôi về\" rồi đi."), (std::vector<Seen>{{0, "\" Tôi", "\"Tôi"}}));
  EXPECT_EQ(probe(u"Bài \"Hoa\" và \"Lá\" rất hay."), Nothing());
  EXPECT_EQ(probe(u"Màn hình 15 \" rất rộng."), Nothing()) << "no partner";
}

TEST(Space, ComparesItemsOfOneList) {
  const RuleProbe probe("punctuation.space");
  EXPECT_EQ(probe({u"- Rửa tay", u"-Giặt khăn", u"- Phơi nắng"}), (std::vector<Seen>{{1, "-Giặt", "- Giặt"}}));
  EXPECT_EQ(probe({u"-Rửa tay", u"-Giặt khăn", u"- Phơi nắng"}), Nothing());
  EXPECT_EQ(probe({u"- Rửa tay", u"-20 độ"}), Nothing());
  EXPECT_EQ(probe(u"Cỡ S - M - L- XL"), (std::vector<Seen>{{0, "L- XL", "L - XL"}}));
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
