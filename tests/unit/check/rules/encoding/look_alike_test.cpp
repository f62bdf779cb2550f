#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(LookAlike, FindsForeignLettersInVietnameseWords) {
  const RuleProbe probe("encoding.look-alike");
  EXPECT_EQ(probe(u"Thủ Ðô là Hà Nội"), (std::vector<Seen>{{0, "Ðô", "Đô"}}));
  EXPECT_EQ(probe(u"kế h\u043Eạch năm"), (std::vector<Seen>{{0, "h\u043Eạch", "hoạch"}}));
  EXPECT_EQ(probe(u"nhà nƣớc, ĐƢỢC"), (std::vector<Seen>{{0, "nƣớc", "nước"}, {0, "ĐƢỢC", "ĐƯỢC"}}));
  EXPECT_EQ(probe(u"Ｖiệt Nam"), (std::vector<Seen>{{0, "Ｖiệt", "Việt"}}));
}

TEST(LookAlike, LeavesForeignWordsAlone) {
  const RuleProbe probe("encoding.look-alike");
  EXPECT_EQ(probe(u"Tiếng Nga: Москва, со; tiếng Hy Lạp: λόγος; hằng số π, góc α"), Nothing());
  EXPECT_EQ(probe(u"Þingvellir, Seyðisfjörður ở Iceland"), Nothing());
}

TEST(LookAlike, FindsTheLetterInSymbolsOfDocumentsAndNamesOfPlaces) {
  const RuleProbe probe("encoding.look-alike");
  EXPECT_EQ(probe(u"Theo Nghị định 24/2021/NÐ-CP và công văn số 7/QÐ-TTg"),
            (std::vector<Seen>{{0, "24/2021/NÐ-CP", "24/2021/NĐ-CP"}, {0, "7/QÐ-TTg", "7/QĐ-TTg"}}));
  EXPECT_EQ(probe(u"Ở Ðakrông có cầu treo"), (std::vector<Seen>{{0, "Ðakrông", "Đakrông"}}));
}

}  // namespace
}  // namespace soat::check
