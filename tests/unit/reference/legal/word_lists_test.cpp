#include "reference/legal/word_lists.h"

#include <gtest/gtest.h>

namespace soat::reference::legal {
namespace {

TEST(LegalWords, HaveClasses) {
  const auto kind = [](std::u16string_view text) { return genre_at(Line(text), 0).kind; };
  EXPECT_EQ(kind(u"Hiến pháp"), GenreClass::constitution);
  EXPECT_EQ(kind(u"Bộ luật Dân sự"), GenreClass::named);
  EXPECT_EQ(kind(u"Nghị định số"), GenreClass::decree);
  EXPECT_EQ(kind(u"Thông tư liên tịch số"), GenreClass::strong);
  EXPECT_EQ(kind(u"Văn bản hợp nhất"), GenreClass::consolidated);
  EXPECT_EQ(kind(u"Công văn"), GenreClass::common);
  EXPECT_EQ(genre_at(Line(u"Ngôi nhà"), 0).length, 0U);
  ASSERT_NE(abbreviation_of(u"BLDS"), nullptr);
  EXPECT_TRUE(abbreviation_of(u"BLDS")->code);
  EXPECT_EQ(abbreviation_of(u"NĐ")->kind, GenreClass::decree);
  EXPECT_EQ(standards_of(u"TCVN"), u"Tiêu chuẩn quốc gia");
}

}  // namespace
}  // namespace soat::reference::legal
