#include <gtest/gtest.h>

#include "rule_probe.h"

namespace soat::check {
namespace {

TEST(Decomposed, TellsWordByWord) {
  const RuleProbe probe(make_encoding_decomposed);
  EXPECT_EQ(probe(u"Tie\u0302\u0301ng Việt"), (std::vector<Seen>{{0, "Tie\u0302\u0301ng", "Tiếng"}}));
  EXPECT_EQ(probe(u"Tie\u0302\u0301ng Vie\u0323\u0302t mê\u0300m ma\u0323i."),
            (std::vector<Seen>{{0, "Tie\u0302\u0301ng", "Tiếng"},
                               {0, "Vie\u0323\u0302t", "Việt"},
                               {0, "mê\u0300m", "mềm"},
                               {0, "ma\u0323i", "mại"}}));
  EXPECT_EQ(probe(u"Tiếng Việt mềm mại."), Nothing());
  EXPECT_EQ(probe(u"Tiếng\u200B Việt"), Nothing()) << "invisible, not decomposed";
}

TEST(Invisible, FindsZeroWidth) {
  const RuleProbe probe(make_encoding_invisible);
  EXPECT_EQ(probe(u"Tiếng\u200B Việt"), (std::vector<Seen>{{0, "Tiếng\u200B", "Tiếng"}}));
  EXPECT_EQ(probe(u"\uFEFFTiếng Vi\u200Dệt"),
            (std::vector<Seen>{{0, "\uFEFFTiếng", "Tiếng"}, {0, "Vi\u200Dệt", "Việt"}}));
  EXPECT_EQ(probe(u"Tiếng Vi\u00ADệt"), Nothing()) << "a soft hyphen only says where a word may be divided";
  EXPECT_EQ(probe(u"Gia đình \U0001F468\u200D\U0001F469\u200D\U0001F467 vui"), Nothing())
      << "an emoji of several pieces";
}

TEST(LookAlike, FindsForeignLettersInVietnameseWords) {
  const RuleProbe probe(make_encoding_look_alike);
  EXPECT_EQ(probe(u"Thủ Ðô là Hà Nội"), (std::vector<Seen>{{0, "Ðô", "Đô"}}));
  EXPECT_EQ(probe(u"kế h\u043Eạch năm"), (std::vector<Seen>{{0, "h\u043Eạch", "hoạch"}}));
  EXPECT_EQ(probe(u"nhà nƣớc, ĐƢỢC"), (std::vector<Seen>{{0, "nƣớc", "nước"}, {0, "ĐƢỢC", "ĐƯỢC"}}));
  EXPECT_EQ(probe(u"Ｖiệt Nam"), (std::vector<Seen>{{0, "Ｖiệt", "Việt"}}));
}

TEST(LookAlike, LeavesForeignWordsAlone) {
  const RuleProbe probe(make_encoding_look_alike);
  EXPECT_EQ(probe(u"Tiếng Nga: Москва, со; tiếng Hy Lạp: λόγος; hằng số π, góc α"), Nothing());
  EXPECT_EQ(probe(u"Þingvellir, Seyðisfjörður ở Iceland"), Nothing());
}

TEST(Legacy, ConvertsTheRun) {
  const RuleProbe probe(make_encoding_legacy);
  EXPECT_EQ(probe(u"Céng hßa x· héi chñ nghÜa ViÖt Nam"),
            (std::vector<Seen>{{0, "Céng hßa x· héi chñ nghÜa ViÖt", "Cộng hòa xã hội chủ nghĩa Việt"}}));
  EXPECT_EQ(probe(u"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
            (std::vector<Seen>{{0, "Coäng hoøa xaõ hoäi chuû nghóa Vieät", "Cộng hòa xã hội chủ nghĩa Việt"}}));
  EXPECT_EQ(probe(u"Cộng hòa xã hội chủ nghĩa; un café à Genève, größer"), Nothing());
}

TEST(Legacy, ReadsTheSoftHyphenAsALetter) {
  const RuleProbe probe(make_encoding_legacy);
  EXPECT_EQ(probe(u"N\u00ADíc lªn nhanh, m\u00ADa vÉn to."),
            (std::vector<Seen>{{0, "N\u00ADíc lªn nhanh, m\u00ADa vÉn", "Nước lên nhanh, mưa vẫn"}}));
}

TEST(Legacy, TellsADocumentOnceAndEachStretchBetweenUnicode) {
  const RuleProbe probe(make_encoding_legacy);
  const std::u16string_view text = u"Trêi n¾ng ®Ñp, mäi ng­êi ra ®ång.";
  EXPECT_EQ(probe({text, u"", u"Míi nhÊt", u"12/3", text}),
            (std::vector<Seen>{{0, "Trêi n¾ng ®Ñp, mäi ng­êi ra ®ång.", "Trời nắng đẹp, mọi người ra đồng."}}));
  EXPECT_EQ(probe({text, u"Chiều lại mưa.", text}),
            (std::vector<Seen>{{0, "Trêi n¾ng ®Ñp, mäi ng­êi ra ®ång.", "Trời nắng đẹp, mọi người ra đồng."},
                               {2, "Trêi n¾ng ®Ñp, mäi ng­êi ra ®ång.", "Trời nắng đẹp, mọi người ra đồng."}}));
}

TEST(Mojibake, TakesTheMistakeBack) {
  const RuleProbe probe(make_encoding_mojibake);
  EXPECT_EQ(probe(u"Tiáº¿ng Viá»‡t"), (std::vector<Seen>{{0, "Tiáº¿ng", "Tiếng"}, {0, "Viá»‡t", "Việt"}}));
  EXPECT_EQ(probe(u"Cá»™ng hÃ²a xÃ£ há»™i"), (std::vector<Seen>{{0, "Cá»™ng hÃ²a xÃ£ há»™i", "Cộng hòa xã hội"}}));
  EXPECT_EQ(probe(u"TiÃ¡ÂºÂ¿ng ta"), (std::vector<Seen>{{0, "TiÃ¡ÂºÂ¿ng", "Tiếng"}})) << "twice";
}

TEST(Mojibake, LeavesCapitalsBeforeQuotationMarksAlone) {
  const RuleProbe probe(make_encoding_mojibake);
  EXPECT_EQ(probe(u"“ĐÃ” và XÃ\u00A0HỘI, «XÃ» … “Â…” cùng são, não, é, ê"), Nothing());
}

}  // namespace
}  // namespace soat::check
