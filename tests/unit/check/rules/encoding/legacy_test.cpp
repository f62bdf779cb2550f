#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Legacy, ConvertsTheRun) {
  const RuleProbe probe("encoding.legacy");
  EXPECT_EQ(probe(u"Céng hßa x· héi chñ nghÜa ViÖt Nam"),
            (std::vector<Seen>{{0, "Céng hßa x· héi chñ nghÜa ViÖt", "Cộng hòa xã hội chủ nghĩa Việt"}}));
  EXPECT_EQ(probe(u"Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam"),
            (std::vector<Seen>{{0, "Coäng hoøa xaõ hoäi chuû nghóa Vieät", "Cộng hòa xã hội chủ nghĩa Việt"}}));
  EXPECT_EQ(probe(u"Cộng hòa xã hội chủ nghĩa; un café à Genève, größer"), Nothing());
}

TEST(Legacy, ReadsTheSoftHyphenAsALetter) {
  const RuleProbe probe("encoding.legacy");
  EXPECT_EQ(probe(u"N\u00ADíc lªn nhanh, m\u00ADa vÉn to."),
            (std::vector<Seen>{{0, "N\u00ADíc lªn nhanh, m\u00ADa vÉn", "Nước lên nhanh, mưa vẫn"}}));
}

TEST(Legacy, TellsADocumentOnceAndEachStretchBetweenUnicode) {
  const RuleProbe probe("encoding.legacy");
  const std::u16string_view text = u"Trêi n¾ng ®Ñp, mäi ng­êi ra ®ång.";
  EXPECT_EQ(probe({text, u"", u"Míi nhÊt", u"12/3", text}),
            (std::vector<Seen>{{0, "Trêi n¾ng ®Ñp, mäi ng­êi ra ®ång.", "Trời nắng đẹp, mọi người ra đồng."}}));
  EXPECT_EQ(probe({text, u"Chiều lại mưa.", text}),
            (std::vector<Seen>{{0, "Trêi n¾ng ®Ñp, mäi ng­êi ra ®ång.", "Trời nắng đẹp, mọi người ra đồng."},
                               {2, "Trêi n¾ng ®Ñp, mäi ng­êi ra ®ång.", "Trời nắng đẹp, mọi người ra đồng."}}));
}

}  // namespace
}  // namespace soat::check
