#include <gtest/gtest.h>

#include <string>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "encoding.lossy";

std::size_t count_all(std::u16string_view text) {
  std::vector<std::u16string_view> paragraphs;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t end = std::min(text.find(u'\n', start), text.size());
    paragraphs.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return shipped_checker().check(paragraphs, {Profile::strict, {}}).size();
}

TEST(EncodingLossy, TellsOnceOfQuestionMarksInWords) {
  constexpr std::u16string_view text = u"H?i ngh? bàn v? k? ho?ch s?n xu?t c?a h?p tác xã.";
  EXPECT_EQ(found(rule, text), "H?i ngh? bàn v? k? ho?ch s?n xu?t c?a h?p");
  EXPECT_EQ(count_all(text), 1U) << "nothing else is said of such text";
}

TEST(EncodingLossy, TellsOnceOfReplacementCharacters) {
  constexpr std::u16string_view text = u"Cu\uFFFDc h\uFFFDp b\uFFFDt \uFFFD\uFFFDu mu\uFFFDn.";
  EXPECT_EQ(findings_of(rule, text).size(), 1U);
  EXPECT_EQ(count_all(text), 1U);
}

TEST(EncodingLossy, MakesOneFindingOfParagraphsInARow) {
  constexpr std::u16string_view text = u"Cu?c h?p b?t ??u mu?n.\n\nM?i ng??i ??u v?ng.";
  const std::vector<Finding> findings = findings_of(rule, text);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_NE(findings[0].message->vi.find(u"2 đoạn"), std::u16string::npos);
  EXPECT_EQ(count_all(text), 1U);
}

TEST(EncodingLossy, LeavesQuestionsAddressesAndPatternsAlone) {
  EXPECT_EQ(found(rule, u"Ai đó? Nói gì thế?! Vì sao?Tại đâu? Bao giờ? ai hỏi? thế à?"), "");
  EXPECT_EQ(found(rule, u"Xem bao.vn/?id=b?n&x=c?a và trang.php?t?m=1, mẫu colou?r, https?, a?b:c."), "");
  EXPECT_EQ(found(rule, u"Vitamin nào tốt: a? b? c? hay d?"), "");
}

TEST(EncodingLossy, TellsOfOneReplacedLetter) {
  for (const std::u16string_view text :
       {u"Cả nhà ra b\uFFFDn xe từ sáng.", u"Năm ấy tôi ở Hu\uFFFD.", u"\uFFFD\uFFFDại hội bắt đầu."}) {
    EXPECT_EQ(findings_of(rule, text).size(), 1U);
    EXPECT_EQ(count_all(text), 1U) << "nothing is guessed of what is left of the word";
  }
  EXPECT_EQ(found(rule, u"\uFFFD Mục thứ nhất của danh sách."), "") << "a bullet of another font";
}

TEST(EncodingLossy, TellsOfLettersThatStoodAlone) {
  for (const std::u16string_view text : {u"Tôi \uFFFD nhà.", u"\uFFFD \uFFFD \uFFFD", u"\uFFFD",
                                         u"Thuyền đi (\uFFFD) xa.", u"\uFFFD \uFFFD\n\uFFFD\n\n\uFFFD \uFFFD \uFFFD"}) {
    EXPECT_EQ(findings_of(rule, text).size(), 1U);
    EXPECT_EQ(count_all(text), 1U);
  }
}

}  // namespace
}  // namespace soat::check
