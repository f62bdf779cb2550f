#include "check/garble/lost_syllables.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>
#include <vector>

#include "check/rule_info.h"
#include "check/rule_weights.h"
#include "text/utf.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

// The table of the weights says so with numbers of its own.
TEST(GarbleLostSyllables, HaveTheConfidencesOfTheProfiles) {
  const std::filesystem::path data = std::filesystem::path(SOAT_SOURCE_DIR) / "dictionaries/vi";
  const RuleWeights weights = RuleWeights::load(data / "rule-weights.txt");
  for (const auto& [fault, trees] : {std::pair(garble::GapFault::missing, "garble-missing.txt"),
                                     std::pair(garble::GapFault::wrong, "garble-wrong.txt")}) {
    const auto bounds = garble::GapDecision::Bounds::of(weights.of("garble.set-phrase"), fault);
    const auto decision = garble::GapDecision::load(data / trees, bounds);
    for (const std::string_view id : {"garble.missing", "garble.context-fill"}) {
      const Thresholds& shown = find_rule(id)->thresholds;
      EXPECT_GE(decision.confidence(bounds.sure), shown.normal);
      EXPECT_GE(decision.confidence(bounds.probable), shown.strict);
      EXPECT_LT(bounds.almost_sure_confidence, shown.normal);
      EXPECT_GE(bounds.almost_sure_confidence, shown.strict);
    }
    EXPECT_LT(decision.confidence((bounds.probable + bounds.sure) / 2), bounds.sure_confidence);
    EXPECT_GT(decision.confidence((bounds.probable + bounds.sure) / 2), bounds.probable_confidence);
  }
}

TEST(GarbleLostSyllables, FindsWordsThatLackASyllable) {
  const auto missing = [](std::u16string_view text) { return found("garble.missing", text); };
  EXPECT_EQ(missing(u"Trong tình hiện nay, cả xóm cùng nhau giữ gìn vệ sinh."), "tình hiện→tình hình hiện");
  EXPECT_EQ(missing(u"Công ty tổ chức khám sức cho toàn thể người lao động."), "sức cho→sức khỏe cho");
  EXPECT_EQ(missing(u"Nhà trường đã đề ra nhiều biện nhằm nâng cao chất lượng dạy và học."),
            "biện nhằm→biện pháp nhằm");
  // Before the first word of a sentence, which hands on its capital.
  EXPECT_EQ(found("garble.missing", u"Cấu tổ chức của phòng gồm ba tổ.", Profile::strict), "Cấu→Cơ cấu");
}

// A page that lost a word in every ten: its text was read out of a file that hides some.
TEST(GarbleLostSyllables, LooksPatientlyWhereManyAreLost) {
  const std::u16string_view page =
      u"Khái niệm về cấu tổ chức của doanh nghiệp. Cấu tổ chức bộ máy quản là tổng hợp các bộ phận có quan hệ phụ "
      u"thuộc "
      u"lẫn nhau. Bộ máy quản của doanh nghiệp phải gọn nhẹ, các phận trong doanh nghiệp phối hợp chặt chẽ với nhau. "
      u"Việc "
      u"thay đổi cấu tổ chức phải dựa vào nguồn lực của đơn vị và trình độ của cán quản.";
  const std::string patiently = found("garble.missing", page, Profile::strict);
  for (const std::string_view lost :
       {"về cấu→về cơ cấu", "quản là→quản lý là", "các phận→các bộ phận", "cán quản→cán bộ quản"})
    EXPECT_NE(patiently.find(lost), std::string::npos) << lost << " in " << patiently;
}

// A paragraph that stands twice does not lack more for it.
TEST(GarbleLostSyllables, CountsWhatACopyLacksOnce) {
  const auto surest = [](std::size_t copies) {
    float most = 0;
    const std::vector<std::u16string_view> paragraphs(copies, u"Hết niên hạn được đổi và cấp phù hiệu, cấp hiệu mới.");
    for (const Finding& finding : shipped_checker().check(paragraphs, {Profile::strict, {}})) {
      if (finding.rule->id == "garble.missing") most = std::max(most, finding.confidence);
    }
    return most;
  };
  EXPECT_GT(surest(1), 0);
  EXPECT_FLOAT_EQ(surest(30), surest(1));
}

TEST(GarbleLostSyllables, FindsWordsThatStandInsteadOfOthers) {
  const std::u16string_view text =
      u"Sáng chủ nhật, cả xóm cùng nhau quét dọn đường làng. Các cụ ngồi uống nước dưới gốc đa và kể chuyện ngày xưa. "
      u"Trẻ con chạy nhảy trên sân đình, tiếng cười vang khắp ngõ. Cán bộ công chức phải nâng cao đạo ghế nghề nghiệp.";
  EXPECT_EQ(found("garble.context-fill", text), "ghế→đức");
  // What a slip made of the right word is spelling's.
  EXPECT_EQ(found("garble.context-fill", u"Cán bộ công chức phải nâng cao đạo dức nghề nghiệp.", Profile::strict), "");
  EXPECT_EQ(found("garble.context-fill", u"Làm thật, ăn thật, hành thật thì ai cũng tin.", Profile::strict), "");
}

TEST(GarbleLostSyllables, LeavesWholeSentencesAlone) {
  for (const std::u16string_view text :
       {u"Trong tình hình hiện nay, cả xóm cùng nhau giữ gìn vệ sinh.",
        // A sentence may do with or without a function word.
        u"Đảng nhà nước quan tâm, bà con phấn khởi.", u"Chị nấu cơm, con quét nhà, bố sửa lại cái cổng.",
        u"Ông Tình hiện sống ở thôn Đông với con gái út.", u"Tình, hiện nay đã về quê."})
    EXPECT_EQ(found("garble.missing", text, Profile::strict), "") << text::to_utf8(text);
}

}  // namespace
}  // namespace soat::check
