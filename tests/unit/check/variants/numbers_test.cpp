#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "check/variants/parts.h"
#include "unit/check/variants/ways.h"

namespace soat::check {
namespace {

TEST(VariantNumbers, ThousandsWithFullStopsOrCommas) {
  const auto* const text = u"Chi 1.250.000 đồng và 3,400,000 đồng, rồi 12,500 đồng và 2.000.000 đồng, 5.000 đồng.";
  EXPECT_EQ(ways(text, VariantKind::number), "1.250.000 3, 3,400,000 2");
  EXPECT_EQ(unified(text, VariantKind::number, 0),
            "Chi 1.250.000 đồng và 3.400.000 đồng, rồi 12.500 đồng và 2.000.000 đồng, 5.000 đồng.");
}

TEST(VariantNumbers, ASingleCommaIsADecimalOneWhereNothingTellsOtherwise) {
  EXPECT_EQ(ways(u"Chi 1.250.000 đồng cho 12,500 km.", VariantKind::number), "");
}

TEST(VariantNumbers, DecimalsWithCommasOrFullStops) {
  const auto* const text = u"Tăng 3,5% rồi 4.2%, đạt 7,25 triệu tấn. Mục 2.1 nói vậy.";
  EXPECT_EQ(ways(text, VariantKind::decimal), "3,5 2, 4.2 1");
  EXPECT_EQ(unified(text, VariantKind::decimal, 0), "Tăng 3,5% rồi 4,2%, đạt 7,25 triệu tấn. Mục 2.1 nói vậy.");
}

TEST(VariantNumbers, TheSignOfAHundredthWithASpaceAndWithout) {
  const auto* const text = u"Tăng 5% rồi 6%, sau đó 7 % nữa.";
  EXPECT_EQ(ways(text, VariantKind::percent), "5% 2, 7 % 1");
  EXPECT_EQ(unified(text, VariantKind::percent, 0), "Tăng 5% rồi 6%, sau đó 7% nữa.");
  EXPECT_EQ(unified(text, VariantKind::percent, 1), "Tăng 5 % rồi 6 %, sau đó 7 % nữa.");
}

TEST(VariantNumbers, GroupsThatAreNotOfThreeDigitsAreNoThousands) {
  EXPECT_EQ(ways(u"Số 1.25.000 và 3,400,000 và 1234.567.", VariantKind::number), "");
  EXPECT_EQ(ways(u"Chi 1.250.000 đồng và 3,400,000 đồng.", VariantKind::number), "1.250.000 1, 3,400,000 1");
}

TEST(VariantNumbers, AtTheEndOfTheText) {
  EXPECT_EQ(ways(u"Tăng 5 %, rồi 7%", VariantKind::percent), "5 % 1, 7% 1");
  EXPECT_EQ(ways(u"Tăng 5%, rồi 7 ", VariantKind::percent), "");
}

}  // namespace
}  // namespace soat::check
