#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(MissingEntry, FindsCitationsThatTheListLacks) {
  const RuleProbe probe("citation.missing-entry");
  EXPECT_EQ(probe({u"Chợ họp sớm [1], bến cũ [2, tr. 17] và bến mới [5].", u"TÀI LIỆU THAM KHẢO",
                   u"[1] Lê Thị Sông (2015), Chợ nổi miền Tây, NXB Phù Sa.",
                   u"[2] Trần Văn Đò (2018), Bến sông xưa, NXB Phù Sa."}),
            (std::vector<Seen>{{0, "5", ""}}));
  EXPECT_EQ(probe({u"Chợ (Sông, 2015), bến (Đò, 2019), trường (Lúa, 2020).", u"Tài liệu tham khảo",
                   u"Lê Thị Sông (2015). Chợ nổi miền Tây.", u"Trần Văn Đò (2018). Bến sông xưa.",
                   u"Phạm Lúa (2020). Trường ven sông."}),
            (std::vector<Seen>{{0, "2019", "2018"}}));
}

TEST(MissingEntry, IsSilentOnAParagraphByItself) {
  EXPECT_EQ(RuleProbe("citation.missing-entry")(u"Chợ họp sớm [1], bến cũ [2] và bến mới [5]."), Nothing());
}

}  // namespace
}  // namespace soat::check
