#include "check/variants/capital_families.h"

#include <gtest/gtest.h>

#include "unit/check/variants/variant_groups.h"

namespace soat::check {
namespace {

TEST(CapitalFamilies, BodiesAreGroupedByTheirCapitals) {
  const auto* const text = u"Hôm qua, Phó Chủ tịch xã đến. Sau đó Phó chủ tịch xã về, rồi Phó Chủ tịch lại đến.";
  EXPECT_EQ(ways(text, VariantKind::body), "Phó Chủ tịch 2, Phó chủ tịch 1");
  EXPECT_EQ(unified(text, VariantKind::body, 1),
            "Hôm qua, Phó chủ tịch xã đến. Sau đó Phó chủ tịch xã về, rồi Phó chủ tịch lại đến.");
}

}  // namespace
}  // namespace soat::check
