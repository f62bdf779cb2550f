#include <gtest/gtest.h>

#include "citation/library/library_sources.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(LegalForm, FindsSymbolsWithBlanksAndWrongLetters) {
  const RuleProbe probe("citation.legal-form");
  EXPECT_EQ(probe(u"Theo Nghị quyết số 13 - NQ / TW của Bộ Chính trị."),
            (std::vector<Seen>{{0, "13 - NQ / TW", "13-NQ/TW"}}));
  EXPECT_EQ(probe(u"Theo Nghị quyết số 13/NQ-TW của Bộ Chính trị."), (std::vector<Seen>{{0, "13/NQ-TW", "13-NQ/TW"}}));
  EXPECT_EQ(probe(u"Nghị định số 48/2015/NĐ–CP của Chính phủ."),
            (std::vector<Seen>{{0, "48/2015/NĐ–CP", "48/2015/NĐ-CP"}}));
  EXPECT_EQ(probe(u"Nghị định số 48/2015/ND-CP của Chính phủ."),
            (std::vector<Seen>{{0, "48/2015/ND-CP", "48/2015/NĐ-CP"}}));
}

TEST(LegalForm, FindsDatesWithoutZeros) {
  const RuleProbe probe("citation.legal-form");
  EXPECT_EQ(probe(u"Nghị định số 48/2015/NĐ-CP ngày 5 tháng 2 năm 2015 của Chính phủ."),
            (std::vector<Seen>{{0, "ngày 5 tháng 2 năm 2015", "ngày 05 tháng 02 năm 2015"}}));
  EXPECT_EQ(probe(u"Nghị định số 48/2015/NĐ-CP ngày 5/3/2015 của Chính phủ."),
            (std::vector<Seen>{{0, "ngày 5/3/2015", "ngày 05/3/2015"}}));
}

TEST(LegalForm, LeavesWhatIsInForm) {
  const RuleProbe probe("citation.legal-form");
  EXPECT_EQ(probe(u"Nghị định số 48/2015/NĐ-CP ngày 15 tháng 5 năm 2015 của Chính phủ về đê biển."), Nothing());
  EXPECT_EQ(probe(u"Quy định số 08-QĐi/TW ngày 25/10/2018 và Sắc lệnh số 65/SL."), Nothing());
  EXPECT_EQ(probe(u"Tỷ lệ 1 / 2 và 3 - 4 quả trứng mỗi ngày."), Nothing());
}

TEST(LegalFirstMention, FindsTheShortFormBeforeTheFullOne) {
  const RuleProbe probe("citation.legal-first-mention");
  EXPECT_EQ(probe({u"Xã làm theo Nghị định số 48/2015/NĐ-CP từ lâu.",
                   u"Nghị định số 48/2015/NĐ-CP ngày 15/5/2015 của Chính phủ về đê biển."}),
            (std::vector<Seen>{{0, "Nghị định số 48/2015/NĐ-CP",
                                "Nghị định số 48/2015/NĐ-CP ngày 15/5/2015 của Chính phủ về đê biển"}}));
  EXPECT_EQ(probe({u"Nghị định số 48/2015/NĐ-CP ngày 15/5/2015 của Chính phủ.",
                   u"Theo Nghị định số 48/2015/NĐ-CP thì được."}),
            Nothing());
}

TEST(KnownSources, NameADocumentInFull) {
  const citation::LibrarySources sources(nlohmann::json::parse(
      R"([{"type":"legislation","genre":"Nghị định","number":"48/2015/NĐ-CP","issued":{"date-parts":[[2015,5,5]]},
           "authority":"Chính phủ","title":"đê biển"}])"));
  const RuleProbe probe("citation.legal-first-mention", &sources);
  const std::string full = "Nghị định số 48/2015/NĐ-CP ngày 05/5/2015 của Chính phủ về đê biển";
  EXPECT_EQ(probe({u"Xã làm theo Nghị định số 48/2015/NĐ-CP từ lâu.", u"Nghị định số 48/2015/NĐ-CP rất rõ."}),
            (std::vector<Seen>{{0, "Nghị định số 48/2015/NĐ-CP", full}}));
  EXPECT_EQ(probe(u"Xã làm theo Nghị định số 48/2015/NĐ-CP từ lâu.").size(), 1U);
  // The first mention may stand before a fragment.
  const RuleProbe fragment("citation.legal-first-mention", &sources, Scope::fragment);
  EXPECT_EQ(fragment(u"Xã làm theo Nghị định số 48/2015/NĐ-CP từ lâu."), Nothing());
  EXPECT_EQ(probe({u"Nghị định số 48/2015/NĐ-CP ngày 05/5/2015 của Chính phủ.", u"Nghị định số 48/2015/NĐ-CP."}),
            Nothing());
}

}  // namespace
}  // namespace soat::check
