#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/variants/parts.h"
#include "unit/check/variants/ways.h"

namespace soat::check {
namespace {

TEST(VariantNames, NamesAreGroupedWithWhatMostPlacesHaveFirst) {
  const auto* const text = u"Tỉnh Đắk Lắk và tỉnh Đắc Lắc. Đắk Lắk có nhiều cà phê.";
  EXPECT_EQ(ways(text, VariantKind::name), "Đắk Lắk 2, Đắc Lắc 1");
  EXPECT_EQ(unified(text, VariantKind::name, 0), "Tỉnh Đắk Lắk và tỉnh Đắk Lắk. Đắk Lắk có nhiều cà phê.");
}

TEST(VariantNames, ANameOfThreeWordsIsOneGroup) {
  EXPECT_EQ(ways(u"Bà Trần Mỹ Lệ nói. Theo bà Trần Mĩ Lệ thì đúng. Bà Trần Mỹ Lệ về.", VariantKind::name),
            "Trần Mỹ 2, Trần Mĩ 1");
}

TEST(VariantNames, NamesThatMarksTellApartAreTwo) {
  EXPECT_EQ(ways(u"Anh Nguyễn Hùng gặp anh Nguyễn Hưng.", VariantKind::name), "");
}

TEST(VariantNames, BodiesAreGroupedByTheirCapitals) {
  const auto* const text = u"Hôm qua, Phó Chủ tịch xã đến. Sau đó Phó chủ tịch xã về, rồi Phó Chủ tịch lại đến.";
  EXPECT_EQ(ways(text, VariantKind::body), "Phó Chủ tịch 2, Phó chủ tịch 1");
  EXPECT_EQ(unified(text, VariantKind::body, 1),
            "Hôm qua, Phó chủ tịch xã đến. Sau đó Phó chủ tịch xã về, rồi Phó chủ tịch lại đến.");
}

TEST(VariantNames, BodiesNeedATableOfThem) {
  std::vector<text::Analysis> paragraphs(1);
  text::analyse(u"Hôm qua, Phó Chủ tịch xã đến. Sau đó Phó chủ tịch xã về.", paragraphs[0]);
  const auto lexicon = lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
  EXPECT_TRUE(find_variants(paragraphs, *lexicon, nullptr).empty());
  const CapitalTable table = CapitalTable::load(SOAT_SOURCE_DIR "/dictionaries/vi/capitals-varying.txt");
  EXPECT_EQ(find_variants(paragraphs, *lexicon, &table).size(), 1U);
}

TEST(VariantNames, ANameAtTheEndAndNoTextAtAllAreNoFault) {
  EXPECT_EQ(ways(u"Đắk Lắk\nĐắc", VariantKind::name), "");
  EXPECT_EQ(ways(u"", VariantKind::name), "");
}

}  // namespace
}  // namespace soat::check
