#include <gtest/gtest.h>

#include "check/rules/citation/legal_first_mention.h"
#include "check/rules/citation/legal_form.h"
#include "check/rules/citation/missing_entry.h"
#include "check/rules/citation/unsourced_quote.h"
#include "check/rules/citation/url_as_source.h"
#include "citation/library/library_sources.h"
#include "rule_probe.h"

namespace soat::check {
namespace {

TEST(LegalForm, FindsSymbolsWithBlanksAndWrongLetters) {
  const RuleProbe probe(make_citation_legal_form);
  EXPECT_EQ(probe(u"Theo Nghị quyết số 13 - NQ / TW của Bộ Chính trị."),
            (std::vector<Seen>{{0, "13 - NQ / TW", "13-NQ/TW"}}));
  EXPECT_EQ(probe(u"Theo Nghị quyết số 13/NQ-TW của Bộ Chính trị."), (std::vector<Seen>{{0, "13/NQ-TW", "13-NQ/TW"}}));
  EXPECT_EQ(probe(u"Nghị định số 48/2015/NĐ–CP của Chính phủ."),
            (std::vector<Seen>{{0, "48/2015/NĐ–CP", "48/2015/NĐ-CP"}}));
  EXPECT_EQ(probe(u"Nghị định số 48/2015/ND-CP của Chính phủ."),
            (std::vector<Seen>{{0, "48/2015/ND-CP", "48/2015/NĐ-CP"}}));
}

TEST(LegalForm, FindsDatesWithoutZeros) {
  const RuleProbe probe(make_citation_legal_form);
  EXPECT_EQ(probe(u"Nghị định số 48/2015/NĐ-CP ngày 5 tháng 2 năm 2015 của Chính phủ."),
            (std::vector<Seen>{{0, "ngày 5 tháng 2 năm 2015", "ngày 05 tháng 02 năm 2015"}}));
  EXPECT_EQ(probe(u"Nghị định số 48/2015/NĐ-CP ngày 5/3/2015 của Chính phủ."),
            (std::vector<Seen>{{0, "ngày 5/3/2015", "ngày 05/3/2015"}}));
}

TEST(LegalForm, LeavesWhatIsInForm) {
  const RuleProbe probe(make_citation_legal_form);
  EXPECT_EQ(probe(u"Nghị định số 48/2015/NĐ-CP ngày 15 tháng 5 năm 2015 của Chính phủ về đê biển."), Nothing());
  EXPECT_EQ(probe(u"Quy định số 08-QĐi/TW ngày 25/10/2018 và Sắc lệnh số 65/SL."), Nothing());
  EXPECT_EQ(probe(u"Tỷ lệ 1 / 2 và 3 - 4 quả trứng mỗi ngày."), Nothing());
}

TEST(LegalFirstMention, FindsTheShortFormBeforeTheFullOne) {
  const RuleProbe probe(make_citation_legal_first_mention);
  EXPECT_EQ(probe({u"Xã làm theo Nghị định số 48/2015/NĐ-CP từ lâu.",
                   u"Nghị định số 48/2015/NĐ-CP ngày 15/5/2015 của Chính phủ về đê biển."}),
            (std::vector<Seen>{{0, "Nghị định số 48/2015/NĐ-CP",
                                "Nghị định số 48/2015/NĐ-CP ngày 15/5/2015 của Chính phủ về đê biển"}}));
  EXPECT_EQ(probe({u"Nghị định số 48/2015/NĐ-CP ngày 15/5/2015 của Chính phủ.",
                   u"Theo Nghị định số 48/2015/NĐ-CP thì được."}),
            Nothing());
}

TEST(MissingEntry, FindsCitationsThatTheListLacks) {
  const RuleProbe probe(make_citation_missing_entry);
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
  EXPECT_EQ(RuleProbe(make_citation_missing_entry)(u"Chợ họp sớm [1], bến cũ [2] và bến mới [5]."), Nothing());
}

TEST(UrlAsSource, FindsBareAddresses) {
  const RuleProbe probe(make_citation_url_as_source);
  EXPECT_EQ(probe(u"Nguồn: https://dongbang.example/a"), (std::vector<Seen>{{0, "https://dongbang.example/a", ""}}));
  EXPECT_EQ(probe(u"https://dongbang.example/a"), (std::vector<Seen>{{0, "https://dongbang.example/a", ""}}));
  EXPECT_EQ(probe(u"Bạn đọc có thể tra giờ tàu ở https://bentau.example mỗi ngày."), Nothing());
}

TEST(KnownSources, GiveWhatABareAddressLacks) {
  const citation::LibrarySources sources(nlohmann::json::parse(
      R"([{"type":"webpage","title":"Chợ nổi họp sớm","author":[{"family":"Lê","given":"Thị Sông"}],
           "container-title":"Báo Đồng Bằng","issued":{"date-parts":[[2021,6,25]]},"URL":"https://www.dongbang.example/a/"},
          {"type":"webpage","URL":"https://dongbang.example/b"}, 7])"));
  const RuleProbe probe(make_citation_url_as_source, &sources);
  EXPECT_EQ(probe(u"Nguồn: http://dongbang.example/a"),
            (std::vector<Seen>{{0, "http://dongbang.example/a",
                                "Lê Thị Sông, “Chợ nổi họp sớm”, Báo Đồng Bằng, 25/6/2021, "
                                "https://www.dongbang.example/a/"}}));
  EXPECT_EQ(probe(u"Nguồn: http://dongbang.example/b"), (std::vector<Seen>{{0, "http://dongbang.example/b", ""}}));
}

TEST(KnownSources, NameADocumentInFull) {
  const citation::LibrarySources sources(nlohmann::json::parse(
      R"([{"type":"legislation","genre":"Nghị định","number":"48/2015/NĐ-CP","issued":{"date-parts":[[2015,5,5]]},
           "authority":"Chính phủ","title":"đê biển"}])"));
  const RuleProbe probe(make_citation_legal_first_mention, &sources);
  const std::string full = "Nghị định số 48/2015/NĐ-CP ngày 05/5/2015 của Chính phủ về đê biển";
  EXPECT_EQ(probe({u"Xã làm theo Nghị định số 48/2015/NĐ-CP từ lâu.", u"Nghị định số 48/2015/NĐ-CP rất rõ."}),
            (std::vector<Seen>{{0, "Nghị định số 48/2015/NĐ-CP", full}}));
  EXPECT_EQ(probe(u"Xã làm theo Nghị định số 48/2015/NĐ-CP từ lâu."), Nothing());
  EXPECT_EQ(probe({u"Nghị định số 48/2015/NĐ-CP ngày 05/5/2015 của Chính phủ.", u"Nghị định số 48/2015/NĐ-CP."}),
            Nothing());
}

TEST(UnsourcedQuote, FindsLongQuotationsWithoutSource) {
  const RuleProbe probe(make_citation_unsourced_quote);
  const std::u16string quote =
      u"“Con nước lớn về ngang bến cũ mang theo phù sa đỏ và những chuyến ghe đầy trái cây từ miệt vườn xuống chợ, ai "
      u"cũng mừng vì mùa này được giá”";
  EXPECT_EQ(probe(u"Mùa nước nổi thật vui. " + quote + u".").size(), 1U);
  EXPECT_EQ(probe(u"Ông đứng bên bến cũ. " + quote + u"."), Nothing());  // a capital outside ASCII too
  EXPECT_EQ(probe(u"Cụ Tư viết: " + quote + u"."), Nothing());
  EXPECT_EQ(probe(u"Mùa nước nổi thật vui. " + quote + u" [4]."), Nothing());
  EXPECT_EQ(probe(u"Người ta gọi đó là “mùa nước nổi”."), Nothing());
}

}  // namespace
}  // namespace soat::check
