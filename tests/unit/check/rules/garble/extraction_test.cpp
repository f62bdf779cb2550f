#include <gtest/gtest.h>

#include <string>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "garble.extraction";

// All findings of the rule in a document, each with its first suggestion.
std::string found_in(std::u16string_view text) {
  std::string out;
  std::vector<std::u16string_view> paragraphs;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size());
    paragraphs.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  for (const Finding& finding : findings_of(rule, text)) {
    if (!out.empty()) out += "; ";
    text::append_utf8(paragraphs[finding.paragraph].substr(finding.start, finding.end - finding.start), out);
    out += "→" + text::to_utf8(finding.suggestions.front());
  }
  return out;
}

TEST(Extraction, PutsLettersBackThatAConversionExchanged) {
  EXPECT_EQ(found_in(u"TẬP ĐỒN VIỄN THƠNG QN ĐỘI\nHỒN THIỆN CƠNG TÁC\nHọ làm việc ở đồn biên phòng."),
            "ĐỒN→ĐOÀN; THƠNG QN→THÔNG QUÂN; HỒN→HOÀN; CƠNG→CÔNG");
  EXPECT_EQ(found_in(u"Cỏc cụng ty khụng cú tiền."), "Cỏc cụng→Các công; khụng cú→không có");
  EXPECT_EQ(found_in(u"Học sinh đƣợc đến trƣờng bằng xe đạp, dƣới trời mƣa."),
            "đƣợc→được; trƣờng→trường; dƣới→dưới; mƣa→mưa");
}

TEST(Extraction, JoinsLettersThatWereSetApart) {
  EXPECT_EQ(found_in(u"C Ộ N G H Ò A\nTrong nh ữ ng năm qua, huy ệ n đã v ậ n đ ộ ng nhân dân."),
            "C Ộ N G H Ò A→CỘNG HÒA; nh ữ ng→những; huy ệ n→huyện; v ậ n đ ộ ng→vận động");
}

TEST(Extraction, PartsWordsThatRanTogether) {
  EXPECT_EQ(found_in(u"Trongnhữngnămqua, nhândânhuyện đã đónggópnhiềungàycông.\nCuộchọpbắtđầu lúctám giờ."),
            "Trongnhữngnămqua→Trong những năm qua; nhândânhuyện→nhân dân huyện; "
            "đónggópnhiềungàycông→đóng góp nhiều ngày công; Cuộchọpbắtđầu lúctám→Cuộc họp bắt đầu lúc tám");
}

TEST(Extraction, IsSilentWhereDamageIsNotRegular) {
  for (const std::u16string_view text :
       {u"Họ làm cơng việc ấy mỗi ngày.", u"Ông ấy rất khỏe, hôm nay đ ược nghỉ.", u"Mỗi buổi sáng họđi làm.",
        u"Trường hợp a b c d không có nghĩa; đoạn A B và đường C D cắt nhau ở E.",
        u"Kđăm, Rơông, Đắk Tơ Kan và Kon Plông là tên các buôn làng.", u""}) {
    EXPECT_EQ(found_in(text), "") << text::to_utf8(text);
  }
}

TEST(Extraction, TakesTheWordAwayFromTheSpellingRules) {
  const std::u16string_view paragraph = u"Cỏc cụng ty khụng cú tiền.";
  for (const Finding& finding : shipped_checker().check({&paragraph, 1}, {Profile::strict, {}}))
    EXPECT_EQ(finding.rule->id, rule);
}

}  // namespace
}  // namespace soat::check
