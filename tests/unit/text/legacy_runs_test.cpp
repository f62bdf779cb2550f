#include "text/legacy_runs.h"

#include <gtest/gtest.h>

namespace soat::text {
namespace {

using Texts = std::vector<std::u16string>;

TEST(ConvertRuns, KeepsLettersInTheRunWhereTheyStood) {
  const std::vector<std::uint32_t> starts = {0, 3, 6};
  const std::vector<LegacyStretch> stretches = {{0, 0, 3, LegacyEncoding::vni, false, 1},
                                                {0, 3, 6, LegacyEncoding::vni, false, 1},
                                                {0, 6, 9, LegacyEncoding::vni, false, 1}};
  EXPECT_EQ(convert_runs(u"Vieät Nam", starts, stretches), (Texts{u"Việ", u"t ", u"Nam"}));
}

TEST(ConvertRuns, LeavesWhatIsInNoStretch) {
  const std::vector<std::uint32_t> starts = {0, 4};
  EXPECT_EQ(convert_runs(u"déjàcéng", starts, std::vector<LegacyStretch>{{0, 4, 8, LegacyEncoding::tcvn3, true, 1}}),
            (Texts{u"déjà", u"CỘNG"}));
  EXPECT_EQ(convert_runs(u"déjàcéng", starts, {}), (Texts{u"déjà", u"céng"}));
  EXPECT_EQ(convert_runs(u"", {}, {}), Texts());
}

}  // namespace
}  // namespace soat::text
