#include "check/variants/variants.h"

#include <gtest/gtest.h>

#include "unit/check/variants/variant_groups.h"

namespace soat::check {
namespace {

TEST(Variants, AConsistentTextHasNone) {
  EXPECT_TRUE(shipped_checker()
                  .variants(lines_of(u"Ngày 2/9/2024, tỉnh Đắk Lắk chi 1.500.000 đồng, tăng 3,5%.\nMọi người đều vui."))
                  .empty());
}

}  // namespace
}  // namespace soat::check
