#include "check/variants/variants.h"

#include <gtest/gtest.h>

#include "unit/check/variants/ways.h"

namespace soat::check {
namespace {

TEST(Variants, OffsetsAreThoseOfTheTextAsHandedIn) {
  // The marks of “Tỉnh” stand decomposed.
  const auto* const text = u"Ti\u0309nh Đắk Lắk và ti\u0309nh Đắc Lắc, rồi Đắk Lắk.";
  EXPECT_EQ(unified(text, VariantKind::name, 0),
            text::to_utf8(u"Ti\u0309nh Đắk Lắk và ti\u0309nh Đắk Lắk, rồi Đắk Lắk."));
}

TEST(Variants, AConsistentTextHasNone) {
  EXPECT_TRUE(shipped_checker()
                  .variants(lines_of(u"Ngày 2/9/2024, tỉnh Đắk Lắk chi 1.500.000 đồng, tăng 3,5%.\nMọi người đều vui."))
                  .empty());
}

}  // namespace
}  // namespace soat::check
