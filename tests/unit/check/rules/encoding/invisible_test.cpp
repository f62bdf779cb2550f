#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Invisible, FindsZeroWidth) {
  const RuleProbe probe("encoding.invisible");
  EXPECT_EQ(probe(u"Tiếng\u200B Việt"), (std::vector<Seen>{{0, "Tiếng\u200B", "Tiếng"}}));
  EXPECT_EQ(probe(u"\uFEFFTiếng Vi\u200Dệt"),
            (std::vector<Seen>{{0, "\uFEFFTiếng", "Tiếng"}, {0, "Vi\u200Dệt", "Việt"}}));
  EXPECT_EQ(probe(u"Tiếng Vi\u00ADệt"), Nothing()) << "a soft hyphen only says where a word may be divided";
  EXPECT_EQ(probe(u"Gia đình \U0001F468\u200D\U0001F469\u200D\U0001F467 vui"), Nothing())
      << "an emoji of several pieces";
}

}  // namespace
}  // namespace soat::check
