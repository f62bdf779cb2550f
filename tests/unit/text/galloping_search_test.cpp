#include "text/galloping_search.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace soat::text {
namespace {

TEST(GallopingSearch, FindsTheFirstPlaceFromAnyBegin) {
  for (std::uint32_t end = 0; end <= 40; ++end) {
    for (std::uint32_t from = 0; from <= end; ++from) {
      for (std::uint32_t begin = 0; begin <= end; ++begin) {
        std::uint32_t highest = 0;
        const std::uint32_t found = first_from(begin, end, [&](std::uint32_t at) {
          highest = std::max(highest, at);
          return at >= from;
        });
        EXPECT_EQ(found, std::max(begin, from));
        EXPECT_LT(highest, std::max(end, 1U)) << "nothing is asked of what lies behind the end";
      }
    }
  }
}

TEST(GallopingSearch, AsksLittleForWhatIsNear) {
  std::uint32_t asked = 0;
  EXPECT_EQ(first_from(1000, 4'000'000'000U,
                       [&](std::uint32_t at) {
                         ++asked;
                         return at >= 1003;
                       }),
            1003U);
  EXPECT_LE(asked, 6U);
}

}  // namespace
}  // namespace soat::text
