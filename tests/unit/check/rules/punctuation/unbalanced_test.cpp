#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Unbalanced, FindsMarksWithoutPartner) {
  const RuleProbe probe("punctuation.unbalanced");
  EXPECT_EQ(probe(u"giữa “xây” và chống”, trong đó có"), (std::vector<Seen>{{0, "chống”", "“chống”"}}));
  EXPECT_EQ(probe(u"Ủy ban (gọi tắt là tỉnh họp."), (std::vector<Seen>{{0, "(gọi", "gọi"}}));
  EXPECT_EQ(probe(u"Ủy ban gọi tắt là tỉnh) họp."), (std::vector<Seen>{{0, "tỉnh)", "(tỉnh)"}}));
}

TEST(Unbalanced, TellsAnOpeningMarkTypedForAClosingOne) {
  const RuleProbe probe("punctuation.unbalanced");
  EXPECT_EQ(probe(u"vở kịch “Nửa đêm“ hay lắm"), (std::vector<Seen>{{0, "“", "”"}}));
  EXPECT_EQ(probe(u"anh kể rất hay.” Rồi thôi."), (std::vector<Seen>{{0, "hay.”", "hay."}}));
}

TEST(Unbalanced, PairsAMarkWithOnePartnerOnly) {
  const RuleProbe probe("punctuation.unbalanced");
  EXPECT_EQ(probe({u"“Đoạn thứ nhất của lời kể.", u"Giữa “xây” và chống”, phải làm.”"}),
            (std::vector<Seen>{{1, "chống”", "“chống”"}}));
}

TEST(Unbalanced, TellsOfMarksThatClingToAWordOnceForEachSureness) {
  const RuleProbe probe("punctuation.unbalanced");
  // The first mark, and the surer bracket; what follows would only show the same word again.
  EXPECT_EQ(probe(u"anh nói””]”]] rồi thôi"), (std::vector<Seen>{{0, "nói”", "“nói”"}, {0, "nói””]", "nói””"}}));
  EXPECT_EQ(probe(u"anh ”” nói” rồi thôi"), (std::vector<Seen>{{0, "”", ""}, {0, "”", ""}, {0, "nói”", "“nói”"}}));
}

TEST(Unbalanced, FindsPartnersThroughMarksLeftOpen) {
  const RuleProbe probe("punctuation.unbalanced");
  EXPECT_EQ(probe(u"ông “nói (rằng [thế” là xong"), (std::vector<Seen>{{0, "(rằng", "rằng"}, {0, "[thế", "thế"}}));
  // The mark typed for a closing one takes the last open quotation with it, from under a bracket.
  EXPECT_EQ(probe(u"ông “nói (rằng thế“ là) xong"), (std::vector<Seen>{{0, "“", "”"}}));
  EXPECT_EQ(probe(u"ông “nói “rằng (thế“ là) xong” rồi"), (std::vector<Seen>{{0, "“", "”"}}));
}

TEST(Unbalanced, TellsInchesFromAQuotationThatEndsWithANumber) {
  const RuleProbe probe("punctuation.unbalanced");
  EXPECT_EQ(probe(u"cỡ 5\" và \"hạng 2\" hay 7\" đều có"), Nothing());
}

TEST(Unbalanced, ClosesAQuotationOfAnEarlierParagraphOnce) {
  const RuleProbe probe("punctuation.unbalanced");
  EXPECT_EQ(probe({u"Bà kể «chuyện (xưa", u"và nay», cũng) mới» hết)."}),
            (std::vector<Seen>{{1, "nay»", "«nay»"}, {1, "cũng)", "(cũng)"}}));
}

TEST(Unbalanced, AllowsListsAndLongQuotations) {
  const RuleProbe probe("punctuation.unbalanced");
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
  const RuleProbe whole("punctuation.unbalanced");
  const RuleProbe fragment("punctuation.unbalanced", nullptr, Scope::fragment);
  EXPECT_EQ(whole(u"“Đoạn văn còn tiếp ở sau"), (std::vector<Seen>{{0, "“Đoạn", "Đoạn"}}));
  EXPECT_EQ(fragment(u"“Đoạn văn còn tiếp ở sau"), Nothing());
  EXPECT_EQ(whole(u"Đoạn cuối của lời kể.”").size(), 1U);
  EXPECT_EQ(fragment(u"Đoạn cuối của lời kể.”"), Nothing());
  EXPECT_EQ(whole(u"Giấy tờ nộp kèm (bao gồm:"), Nothing());
  EXPECT_EQ(fragment(u"Ông Nam (bí thư xã đến dự.").size(), 1U);
}

}  // namespace
}  // namespace soat::check
