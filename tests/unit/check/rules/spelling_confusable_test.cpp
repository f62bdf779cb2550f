#include "check/rules/spelling_confusable.h"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "check/suggestion_ranker.h"
#include "check/syllable_candidates.h"
#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "support/test_folder.h"
#include "unit/check/checked.h"

namespace soat::check {
namespace {

TEST(Confusable, PutsTheNormInPlaceOfWhatIsOftenWritten) {
  EXPECT_EQ(found("spelling.confusable", u"Cả lớp đi thăm quan nhà máy."), "thăm quan→tham quan");
  EXPECT_EQ(found("spelling.confusable", u"Hai xã được sát nhập từ năm ngoái."), "sát nhập→sáp nhập");
  EXPECT_EQ(found("spelling.confusable", u"Vô hình chung, ai cũng nghĩ như vậy."), "Vô hình chung→Vô hình trung");
  EXPECT_EQ(found("spelling.confusable", u"CHUẨN ĐOÁN SỚM BỆNH LAO"), "CHUẨN ĐOÁN→CHẨN ĐOÁN");
}

TEST(Confusable, KeepsWhatStaysAsItIsWritten) {
  EXPECT_EQ(found("spelling.confusable", u"Bà luôn trung thuỷ với chồng."), "trung thuỷ→chung thuỷ");
  EXPECT_EQ(found("spelling.confusable", u"Cần sử lí rác thải."), "sử lí→xử lí");
}

TEST(Confusable, LeavesPhrasesThatOnlyMeet) {
  for (const std::u16string_view text :
       {u"Ông nghiên cứu lịch sử lý luận văn học.", u"Hai tên bị bắt trước khi kịp trốn.",
        u"Ban tổ chức phân chia sẽ công bằng hơn.", u"Mức thuế xuất khẩu không đổi.", u"Tác giả Trần Chân Trọng.",
        u"Nhiều người viết “thăm quan” thay cho “tham quan”.", u"thăm, quan", u"thăm", u""}) {
    EXPECT_EQ(found("spelling.confusable", text, Profile::strict), "") << text::to_utf8(text);
  }
}

TEST(Confusable, SaysWhy) {
  const std::vector<Finding> findings = findings_of("spelling.confusable", u"Hai xã đã sát nhập.");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].message.vi.find(u"sáp nhập"), std::u16string::npos);
  EXPECT_NE(findings[0].message.en.find(u"common misspelling"), std::u16string::npos);
}

class NoRanker final : public SuggestionRanker {
 public:
  void score(const text::Analysis&, std::uint32_t, std::uint32_t, std::span<const std::u16string>,
             std::span<float>) const override {}
};

TEST(Confusable, NamesTheLineOfADamagedTable) {
  const auto lexicon = lexicon::Lexicon::load({SOAT_SOURCE_DIR "/dictionaries/vi", {}, {}});
  const SyllableCandidates candidates(*lexicon);
  const NoRanker ranker;
  const auto model = model::LanguageModel::open(SOAT_SOURCE_DIR "/dictionaries/vi/soat.model");
  for (const std::string_view line : {"thăm quan\n", "thăm\ttham\n", "thăm quan\ttham\n", "thăm kwan\ttham quan\n",
                                      "thăm quan\ttham quan\tnơi\n", "thăm quan\ttham quan"}) {
    const test::TestFolder folder;
    std::ofstream(folder / "confusables.tsv", std::ios::binary) << "# wrong, right\n" << line;
    std::vector<std::string> problems;
    const RuleData data{*lexicon, candidates, folder / "", &ranker, problems, model};
    EXPECT_EQ(make_spelling_confusable(data), nullptr) << line;
    ASSERT_EQ(problems.size(), 1U) << line;
    EXPECT_NE(problems[0].find("confusables.tsv:2: "), std::string::npos) << problems[0];
  }
}

}  // namespace
}  // namespace soat::check
