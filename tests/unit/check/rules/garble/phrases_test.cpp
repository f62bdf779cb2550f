#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::u16string_view page =
    u"Sở Giáo dạy và Đào tạo vừa ban hành kế hoạch tổ chức kỳ thi tuyển đẻ lớp 10 năm học mới. Cơ quan bảo nguy hiểm "
    u"xã "
    u"hội giải quyết chế độ thai sản cho người lao rượu cồn theo quy định của pháp luật. TRUNG TÂM Y CÚNG DỰ PHÒNG.";

std::vector<Finding> garbled(std::u16string_view text) {
  const std::vector<std::u16string_view> paragraphs = {text};
  std::vector<Finding> findings = shipped_checker().check(paragraphs, {Profile::strict, {Category::garble}});
  return findings;
}

// What a reader would read with every first suggestion taken.
std::u16string repaired(std::u16string_view text) {
  std::u16string out(text);
  const std::vector<Finding> findings = garbled(text);
  for (std::size_t i = findings.size(); i > 0; --i) {
    const Finding& finding = findings[i - 1];
    if (!finding.suggestions.empty()) out.replace(finding.start, finding.end - finding.start, finding.suggestions[0]);
  }
  return out;
}

TEST(GarblePhrases, SuggestionsReplaceTheWholeBrokenPhrase) {
  const std::u16string text = repaired(page);
  EXPECT_NE(text.find(u"Sở Giáo dục và Đào tạo"), std::u16string::npos);
  EXPECT_NE(text.find(u"thi tuyển sinh lớp 10"), std::u16string::npos);
  EXPECT_NE(text.find(u"bảo hiểm xã hội"), std::u16string::npos);
  EXPECT_NE(text.find(u"người lao động theo"), std::u16string::npos);
}

TEST(GarblePhrases, SayWhatIsUsual) {
  const std::vector<Finding> findings = garbled(page);
  ASSERT_FALSE(findings.empty());
  for (const Finding& finding : findings) {
    EXPECT_NE(finding.message->vi.find(u"thường"), std::u16string::npos);
    EXPECT_NE(finding.message->en.find(u"us"), std::u16string::npos);
    EXPECT_TRUE(finding.rule->id.starts_with("garble."));
    EXPECT_LT(finding.start, finding.end);
    EXPECT_NE(finding.severity, Severity::error);
  }
}

TEST(GarblePhrases, KeepTheLetterCase) {
  const std::u16string text = repaired(page);
  EXPECT_NE(text.find(u"TRUNG TÂM Y TẾ DỰ PHÒNG"), std::u16string::npos);
}

}  // namespace
}  // namespace soat::check
