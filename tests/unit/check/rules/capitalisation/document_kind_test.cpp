#include <gtest/gtest.h>

#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(CapitalisationDocumentKind, FindsKindsBeforeNumbers) {
  const RuleProbe probe("capitalisation.document-kind");
  EXPECT_EQ(probe(u"Theo nghị định số 30/2020/NĐ-CP thì phải ký số."),
            (std::vector<Seen>{{0, "nghị định", "Nghị định"}}));
  EXPECT_EQ(probe(u"Ông đã ký quyết định 12/QĐ-UBND hôm qua."), (std::vector<Seen>{{0, "quyết định", "Quyết định"}}));
  EXPECT_EQ(probe(u"Theo Nghị định số 30/2020/NĐ-CP và các nghị định số 78/2015/NĐ-CP."), Nothing());
  EXPECT_EQ(probe(u"Ông quyết định số tiền là 12 đồng."), Nothing());
  EXPECT_EQ(probe(u"số 30/2020/NĐ-CP"), Nothing());
  EXPECT_EQ(probe(u"Theo nghị quyết số 21- NQ/TW của Đảng."), (std::vector<Seen>{{0, "nghị quyết", "Nghị quyết"}}));
  EXPECT_EQ(probe(u"Ông quyết định số 35 - Hàng/Phố là nhà mình."), Nothing());
}

}  // namespace
}  // namespace soat::check
