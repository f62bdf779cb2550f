#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "spelling.non-syllable";

TEST(SpellingNonSyllable, FindsWordsThatNoRuleOfTheSpellingExplains) {
  EXPECT_EQ(found(rule, u"Mọi nguời dân trong xã đều đuợc dùng nước sạch."), "nguời→người; đuợc→được");
  EXPECT_EQ(found(rule, u"Đây là một nghành có kết quả tôt trong năm qua."), "nghành→ngành; tôt→tốt");
  EXPECT_EQ(found(rule, u"Chúng tôi ngĩ rằng con đường này rất đẹp."), "ngĩ→nghĩ");
  EXPECT_EQ(found(rule, u"Học sinh đến truờng đúng giờ."), "truờng→trường");
}

TEST(SpellingNonSyllable, KeepsTheLetterCaseInSuggestions) {
  EXPECT_EQ(found(rule, u"Nguời dân ở đây rất hiền."), "Nguời→Người");
  EXPECT_EQ(found(rule, u"Cửa hàng ở phố Truờng Chinh đã đóng cửa."), "Truờng→Trường");
}

TEST(SpellingNonSyllable, LeavesNamesLoansAndForeignWordsAlone) {
  EXPECT_EQ(found(rule, u"Tỉnh Đắk Lắk có huyện Krông Búk và người Ê Đê, M'nông."), "");
  EXPECT_EQ(found(rule, u"Dung dịch axít và khí ôxy chảy qua xenlulô, cách ba kilômét."), "");
  EXPECT_EQ(found(rule, u"Ông Müller gặp bà Françoise ở Tōkyō và São Paulo."), "");
  EXPECT_EQ(found(rule, u"Anh ấy mở website và xem video trên smartphone."), "");
  EXPECT_EQ(found(rule, u"UBND tỉnh, HĐND xã và ĐHQG cùng dự."), "");
}

TEST(SpellingNonSyllable, TakesAFormThatComesBackAsANameForOne) {
  const std::u16string once = u"Hôm qua bà Khơnh đi chợ.";
  std::u16string often;
  for (int i = 0; i < 5; ++i) often += once + u"\n";
  EXPECT_LE(findings_of(rule, often).size(), findings_of(rule, once).size());
  EXPECT_TRUE(findings_of(rule, often).empty());
}

TEST(SpellingNonSyllable, FindsWordsWithoutTheirVowel) {
  EXPECT_EQ(found("spelling.non-syllable", u"Đã trng năm qua, nhn dân trong xã xây dng đường."),
            "trng→trong; nhn→nhân; dng→dựng");
}

TEST(SpellingNonSyllable, FindsACapitalWithoutItsVowelWhereTheNeighboursLeaveNoDoubt) {
  EXPECT_EQ(found(rule, u"Hội nghị bàn về các vấn đề kinh tế của Nh nước ta trong năm qua."), "Nh→Nhà");
  EXPECT_EQ(found(rule, u"Chị Th khai rằng anh Ng đã lấy xe, còn cháu Ngh thì không biết gì."), "");
  EXPECT_EQ(found(rule, u"Đường dài hàng trăm km, xe chở vài chục kg gạo, vải tính bằng cm."), "");
}

TEST(SpellingNonSyllable, TakesCapitalsForNothingAmongCapitals) {
  EXPECT_EQ(found(rule, u"CÁC NGHÀNH KINH TẾ QUỐC DÂN"), "NGHÀNH→NGÀNH");
  EXPECT_EQ(found(rule, u"DANH SÁCH: H'LÊ NIÊ, Y THÔNG KSOR, RƠ CHÂM BLƠK, CAFÉ DE PARIS"), "");
}

TEST(SpellingNonSyllable, LeavesAbbreviationsWithoutVowelsAlone) {
  EXPECT_EQ(found("spelling.non-syllable", u"Dài 5 km, nặng 3 kg, tr. 15, th. 3, cột stt, đt liên hệ, sđt của tôi."),
            "");
  EXPECT_EQ(
      found("spelling.non-syllable", u"Gửi TW, HĐND, trường THPT, công ty TNHH; 30 hs, gv chủ nhiệm, bs khoa nội."),
      "");
  EXPECT_EQ(found("spelling.non-syllable", u"Các đng chí họp; mọi đng góp quý báu."), "") << "written twice";
}

TEST(SpellingNonSyllable, KnowsWhatScannersMakeOfTr) {
  EXPECT_EQ(found("spelling.non-syllable", u"Bà con tập ưung làm ăn."), "ưung→trung");
}

TEST(SpellingNonSyllable, FindsCapitalsWithTheWrongMark) {
  EXPECT_EQ(found("spelling.non-syllable", u"CƠNG TÁC"), "CƠNG→CÔNG");
  EXPECT_EQ(found("spelling.non-syllable", u"UBND, HĐND, BCHTƯ, TTƯ và ĐƯCS"), "");
}

TEST(SpellingNonSyllable, LeavesNamesWrittenByTheirSyllablesAlone) {
  EXPECT_EQ(found("spelling.non-syllable", u"Tướng Cu – tu – dốp và nhà văn Sô – lô – khốp.", Profile::strict), "");
  EXPECT_EQ(found("spelling.non-syllable", u"Hà Nội - đuợc gọi là thủ đô - rất đẹp."), "đuợc→được");
}

TEST(SpellingNonSyllable, LeavesPlaceNamesWithKAlone) {
  EXPECT_EQ(found("spelling.non-syllable", u"Qua cửa khẩu Kà Tum và xã Ka Long.", Profile::strict), "");
  EXPECT_EQ(found("spelling.non-syllable", u"Ở buôn Kạ và bản Kọ có ông Kồ.", Profile::strict), "");
  EXPECT_EQ(found("spelling.non-syllable", u"Họ mua kái bàn. Kũng đẹp."), "kái→cái; Kũng→Cũng");
}

}  // namespace
}  // namespace soat::check
