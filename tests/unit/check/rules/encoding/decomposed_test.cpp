#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Decomposed, TellsWordByWord) {
  const RuleProbe probe("encoding.decomposed");
  EXPECT_EQ(probe(u"Tie\u0302\u0301ng Việt"), (std::vector<Seen>{{0, "Tie\u0302\u0301ng", "Tiếng"}}));
  EXPECT_EQ(probe(u"Tie\u0302\u0301ng Vie\u0323\u0302t mê\u0300m ma\u0323i."),
            (std::vector<Seen>{{0, "Tie\u0302\u0301ng", "Tiếng"},
                               {0, "Vie\u0323\u0302t", "Việt"},
                               {0, "mê\u0300m", "mềm"},
                               {0, "ma\u0323i", "mại"}}));
  EXPECT_EQ(probe(u"Tiếng Việt mềm mại."), Nothing());
  EXPECT_EQ(probe(u"Tiếng\u200B Việt"), Nothing()) << "invisible, not decomposed";
}

}  // namespace
}  // namespace soat::check
