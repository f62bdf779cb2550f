#include <gtest/gtest.h>

#include "rule_probe.h"

namespace soat::check {
namespace {

TEST(Space, FindsBlanksBeforeMarksAndInsideBrackets) {
  const RuleProbe probe(make_punctuation_space);
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
  const RuleProbe probe(make_punctuation_space);
  EXPECT_EQ(probe(u"Tháng tới,Tòa án xét xử."), (std::vector<Seen>{{0, ",Tòa", ", Tòa"}}));
  EXPECT_EQ(probe(u"Chúng tôi vào hội.Các bạn cũng vậy."), (std::vector<Seen>{{0, ".Các", ". Các"}}));
  EXPECT_EQ(probe(u"Ủy ban nhân dân tỉnh(gọi tắt là tỉnh)"), (std::vector<Seen>{{0, "tỉnh(", "tỉnh ("}}));
  EXPECT_EQ(probe(u"Ủy ban (gọi tắt là tỉnh)phải họp."), (std::vector<Seen>{{0, ")phải", ") phải"}}));
  EXPECT_EQ(probe(u"Bà Hằng- đơn vị bạn"), (std::vector<Seen>{{0, "Hằng- đơn", "Hằng - đơn"}}));
}

TEST(Space, LeavesNumbersAddressesAndFormsAlone) {
  const RuleProbe probe(make_punctuation_space);
  for (const std::u16string_view text :
       {u"Giá 1.234,5 đồng lúc 10:30 ngày 2/9/2020.", u"Xem https://vi.example.org/a,b;c hoặc tệp bao.cao.docx nhé.",
        u"TP.HCM, GS.TS Nguyễn Văn A, v.v.", u"Số: ....... , ngày ... tháng ... năm ...",
        u"Nền tảng .NET và thư viện f(x)", u"điểm a,b,c khoản 1", u"người(s) :) và :-)",
        u"Nơi nhận:          Lưu văn thư", u"- Gạch đầu dòng; - Một dòng nữa", u"Chờ đã ... rồi đi",
        u"kinh tế - xã hội, in-tơ-nét, Covid-19", u"quá (rất) tốt"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(Sequence, FindsMarksThatDoNotFollowOneAnother) {
  const RuleProbe probe(make_punctuation_sequence);
  EXPECT_EQ(probe(u"Trời đẹp,, gió mát."), (std::vector<Seen>{{0, ",,", ","}}));
  EXPECT_EQ(probe(u"Trời đẹp,.. gió mát."), (std::vector<Seen>{{0, ",..", "..."}}));
  EXPECT_EQ(probe(u"Trời đẹp.."), (std::vector<Seen>{{0, "..", "."}}));
  EXPECT_EQ(probe(u"Trời đẹp,. Gió mát."), (std::vector<Seen>{{0, ",.", "."}}));
  EXPECT_EQ(probe(u"Trời đẹp không?. Gió mát."), (std::vector<Seen>{{0, "?.", "?"}}));
  EXPECT_EQ(probe(u"Trời đẹp. . Gió mát."), (std::vector<Seen>{{0, ". .", "."}}));
  EXPECT_EQ(probe(u"Trời đẹp。Gió mát."), (std::vector<Seen>{{0, "。", "."}}));
}

TEST(Sequence, AllowsEllipsisAbbreviationAndForms) {
  const RuleProbe probe(make_punctuation_sequence);
  for (const std::u16string_view text :
       {u"Đi mãi... rồi về… Thật à?! Trời ơi!!!", u"mắm, muối,... và đường,… cùng gạo...,",
        u"Ngày .... tháng ..... năm ……", u"Anh nói: . . . rồi thôi.", u"mua rau, thịt, v.v., rồi về",
        u"Nguyễn Văn A., sinh năm 1990", u"Công ty Microsoft Co., Ltd", u"hàm std::string",
        u"Sao thế?... Không biết...!", u"câu 天地。人 là chữ Hán"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(Unbalanced, FindsMarksWithoutPartner) {
  const RuleProbe probe(make_punctuation_unbalanced);
  EXPECT_EQ(probe(u"giữa “xây” và chống”, trong đó có"), (std::vector<Seen>{{0, "chống”", "“chống”"}}));
  EXPECT_EQ(probe(u"Ủy ban (gọi tắt là tỉnh họp."), (std::vector<Seen>{{0, "(gọi", "gọi"}}));
  EXPECT_EQ(probe(u"Ủy ban gọi tắt là tỉnh) họp."), (std::vector<Seen>{{0, "tỉnh)", "(tỉnh)"}}));
}

TEST(Unbalanced, TellsAnOpeningMarkTypedForAClosingOne) {
  const RuleProbe probe(make_punctuation_unbalanced);
  EXPECT_EQ(probe(u"vở kịch “Nửa đêm“ hay lắm"), (std::vector<Seen>{{0, "“", "”"}}));
  EXPECT_EQ(probe(u"anh kể rất hay.” Rồi thôi."), (std::vector<Seen>{{0, "hay.”", "hay."}}));
}

TEST(Unbalanced, PairsAMarkWithOnePartnerOnly) {
  const RuleProbe probe(make_punctuation_unbalanced);
  EXPECT_EQ(probe({u"“Đoạn thứ nhất của lời kể.", u"Giữa “xây” và chống”, phải làm.”"}),
            (std::vector<Seen>{{1, "chống”", "“chống”"}}));
}

TEST(Unbalanced, TellsOfMarksThatClingToAWordOnceForEachSureness) {
  const RuleProbe probe(make_punctuation_unbalanced);
  // The first mark, and the surer bracket; what follows would only show the same word again.
  EXPECT_EQ(probe(u"anh nói””]”]] rồi thôi"), (std::vector<Seen>{{0, "nói”", "“nói”"}, {0, "nói””]", "nói””"}}));
  EXPECT_EQ(probe(u"anh ”” nói” rồi thôi"), (std::vector<Seen>{{0, "”", ""}, {0, "”", ""}, {0, "nói”", "“nói”"}}));
}

TEST(Unbalanced, FindsPartnersThroughMarksLeftOpen) {
  const RuleProbe probe(make_punctuation_unbalanced);
  EXPECT_EQ(probe(u"ông “nói (rằng [thế” là xong"), (std::vector<Seen>{{0, "(rằng", "rằng"}, {0, "[thế", "thế"}}));
  // The mark typed for a closing one takes the last open quotation with it, from under a bracket.
  EXPECT_EQ(probe(u"ông “nói (rằng thế“ là) xong"), (std::vector<Seen>{{0, "“", "”"}}));
  EXPECT_EQ(probe(u"ông “nói “rằng (thế“ là) xong” rồi"), (std::vector<Seen>{{0, "“", "”"}}));
}

TEST(Unbalanced, TellsInchesFromAQuotationThatEndsWithANumber) {
  const RuleProbe probe(make_punctuation_unbalanced);
  EXPECT_EQ(probe(u"cỡ 5\" và \"hạng 2\" hay 7\" đều có"), Nothing());
}

TEST(Unbalanced, ClosesAQuotationOfAnEarlierParagraphOnce) {
  const RuleProbe probe(make_punctuation_unbalanced);
  EXPECT_EQ(probe({u"Bà kể «chuyện (xưa", u"và nay», cũng) mới» hết)."}),
            (std::vector<Seen>{{1, "nay»", "«nay»"}, {1, "cũng)", "(cũng)"}}));
}

TEST(Unbalanced, AllowsListsAndLongQuotations) {
  const RuleProbe probe(make_punctuation_unbalanced);
  EXPECT_EQ(probe(u"Gồm: a) nhà; b) đất; 3) rừng; iv) biển :)"), Nothing());
  EXPECT_EQ(probe({u"“Đoạn thứ nhất của lời kể.", u"“Đoạn thứ hai của lời kể.", u"“Đoạn cuối của lời kể.”"}),
            Nothing());
  EXPECT_EQ(probe({u"Bà nói: \"Câu thứ nhất.", u"Câu thứ hai.\""}), Nothing());
  EXPECT_EQ(probe({u"Giấy tờ nộp kèm (bao gồm:", u"bản sao; bản chính)."}), Nothing());
  EXPECT_EQ(probe({u"Giấy tờ nộp kèm (bao gồm:", u"bản sao; bản chính."}), Nothing());
  EXPECT_EQ(probe(u"mở \"thẳng\" và \"cong” hay “lẫn\" đều được"), Nothing());
  EXPECT_EQ(probe(u"màn hình 24\" và (một [hai] ba)"), Nothing());
}

TEST(Unbalanced, AFragmentMayRunOnWhereAWholeTextEnds) {
  const RuleProbe whole(make_punctuation_unbalanced);
  const RuleProbe fragment(make_punctuation_unbalanced, nullptr, Scope::fragment);
  EXPECT_EQ(whole(u"“Đoạn văn còn tiếp ở sau"), (std::vector<Seen>{{0, "“Đoạn", "Đoạn"}}));
  EXPECT_EQ(fragment(u"“Đoạn văn còn tiếp ở sau"), Nothing());
  EXPECT_EQ(whole(u"Đoạn cuối của lời kể.”").size(), 1U);
  EXPECT_EQ(fragment(u"Đoạn cuối của lời kể.”"), Nothing());
  EXPECT_EQ(whole(u"Giấy tờ nộp kèm (bao gồm:"), Nothing());
  EXPECT_EQ(fragment(u"Ông Nam (bí thư xã đến dự.").size(), 1U);
}

TEST(Final, FindsAParagraphWithoutItsFullStop) {
  const RuleProbe probe(make_punctuation_final);
  const std::u16string_view good = u"Câu này có dấu chấm ở cuối. Câu này cũng có dấu chấm ở cuối.";
  const std::u16string_view bad = u"Câu này có dấu chấm ở cuối. Câu này thì lại không có dấu chấm";
  EXPECT_EQ(probe({good, good, bad, good, good}), (std::vector<Seen>{{2, "chấm", "chấm."}}));
  EXPECT_EQ(probe({good, bad}), Nothing()) << "no habit is seen";
  EXPECT_EQ(probe({good, good, good, good, bad, u"mà đoạn này viết tiếp."}), Nothing()) << "the sentence runs on";
  EXPECT_EQ(probe({good, good, good, good, u"Điều 5. Trách nhiệm của các cơ quan"}), Nothing()) << "a heading";
  EXPECT_EQ(probe(bad), Nothing()) << "it may still be typed";
}

TEST(SentenceCase, FindsSmallLettersAtTheStart) {
  const RuleProbe probe(make_capitalisation_sentence);
  EXPECT_EQ(probe(u"Hôm nay trời rất đẹp. chúng tôi đi chơi."), (std::vector<Seen>{{0, "chúng", "Chúng"}}));
}

TEST(SentenceCase, KnowsAbbreviationsAndEllipsis) {
  const RuleProbe probe(make_capitalisation_sentence);
  for (const std::u16string_view text :
       {u"Anh ấy đi mãi... rồi cũng về đến nhà.", u"Mua rau, thịt, v.v. rồi về nhà ngay.",
        u"Quy định như sau. a) một điều.", u"Theo tr. 5 của sách. iPhone bán chạy.",
        u"Ông đến TP. và ThS. nguyễn ở lại."}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
