#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(StyleForeignWord, FindsASlipInWhatTheTextWritesAgainAndAgain) {
  const RuleProbe probe("style.foreign-word");
  EXPECT_EQ(probe({u"Máy chủ dùng iptables.", u"Lệnh iptables đặt luật, iptables cũng xóa luật.",
                   u"Cách cài đặt iptales khá dễ."}),
            (std::vector<Seen>{{2, "iptales", "iptables"}}))
      << "a letter is lost";
  EXPECT_EQ(probe(u"Thị trấn Wellburn xa lắm. Wellburn nhỏ, Wellburn cũ. Chợ Wellbuurn đông."),
            (std::vector<Seen>{{0, "Wellbuurn", "Wellburn"}}))
      << "a letter too many";
  EXPECT_EQ(probe(u"Thị trấn Kenwick xa lắm. Kenwick nhỏ, Kenwick cũ. Chợ Kewnick đông."),
            (std::vector<Seen>{{0, "Kewnick", "Kenwick"}}))
      << "two letters have changed places";
}

TEST(StyleForeignWord, FindsExchangedLettersOfAListedWord) {
  const RuleProbe probe("style.foreign-word");
  EXPECT_EQ(probe(u"Bạn cần một máy virutal để thử."), (std::vector<Seen>{{0, "virutal", "virtual"}}));
}

TEST(StyleForeignWord, LeavesAloneWhatMayBeAnotherWord) {
  const RuleProbe probe("style.foreign-word");
  EXPECT_EQ(probe(u"Tệp tarfile lớn, tarfile cũ, tarfile mới; các tarfiles khác."), Nothing()) << "an ending";
  EXPECT_EQ(probe(u"Ông Welburn gặp ông Wellburn."), Nothing()) << "neither is usual";
  EXPECT_EQ(probe(u"Ông Marcian gặp Marian, Marian gặp Marcian, Marian đi, Marcian về, Marian ở, Marcian nghỉ."),
            Nothing())
      << "both are usual";
  EXPECT_EQ(probe(u"Từ modelling, modelling và modelling cũng viết là modeling."), Nothing()) << "l once or twice";
}

}  // namespace
}  // namespace soat::check
