#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Mojibake, TakesTheMistakeBack) {
  const RuleProbe probe("encoding.mojibake");
  EXPECT_EQ(probe(u"Tiáº¿ng Viá»‡t"), (std::vector<Seen>{{0, "Tiáº¿ng", "Tiếng"}, {0, "Viá»‡t", "Việt"}}));
  EXPECT_EQ(probe(u"Cá»™ng hÃ²a xÃ£ há»™i"), (std::vector<Seen>{{0, "Cá»™ng hÃ²a xÃ£ há»™i", "Cộng hòa xã hội"}}));
  EXPECT_EQ(probe(u"TiÃ¡ÂºÂ¿ng ta"), (std::vector<Seen>{{0, "TiÃ¡ÂºÂ¿ng", "Tiếng"}})) << "twice";
}

TEST(Mojibake, LeavesCapitalsBeforeQuotationMarksAlone) {
  const RuleProbe probe("encoding.mojibake");
  EXPECT_EQ(probe(u"“ĐÃ” và XÃ\u00A0HỘI, «XÃ» … “Â…” cùng são, não, é, ê"), Nothing());
}

}  // namespace
}  // namespace soat::check
