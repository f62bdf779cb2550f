#include "citation/exchange/page_words.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

TEST(LettersOf, LeaveOutMarksAndSigns) {
  EXPECT_EQ(letters_of("Báo Thanh Niên"), "baothanhnien");
  EXPECT_EQ(letters_of("VnExpress.net - 24h"), "vnexpressnet24h");
  EXPECT_EQ(letters_of("B\u0061\u0301o \u0110e\u0323p"), "baodep");
  EXPECT_EQ(letters_of(" – "), "");
}

TEST(PaperKey, IsOneForAllFormsOfAName) {
  for (const char* name : {"Báo Thanh Niên", "Thanh Niên Online", "thanhnien.vn", "www.thanhnien.com.vn", "THANH NIÊN"})
    EXPECT_EQ(paper_key(name), "thanhnien") << name;
  EXPECT_EQ(paper_key("Báo"), "bao");  // nothing would be left
  EXPECT_EQ(paper_key(""), "");
}

TEST(IsDomain, HasAFullStopAndNoBlank) {
  EXPECT_TRUE(is_domain("thanhnien.vn"));
  EXPECT_FALSE(is_domain("Thanh Niên") || is_domain("St. Paul") || is_domain(""));
}

TEST(SignsForNobody, AreRolesAndPlaceholders) {
  EXPECT_TRUE(signs_for_nobody("Admin") && signs_for_nobody("Ban biên tập") && signs_for_nobody("PV"));
  EXPECT_FALSE(signs_for_nobody("Võ Văn Bé") || signs_for_nobody(""));
}

TEST(TitleBeforeName, IsAsLongAsTheBlankBehindIt) {
  EXPECT_EQ(title_before_name("Nhạc sĩ Trần An"), std::string_view("Nhạc sĩ ").size());
  EXPECT_EQ(title_before_name("TS.  Trần An"), 5U);
  EXPECT_EQ(title_before_name("TS."), 0U);  // nobody behind it
  EXPECT_EQ(title_before_name("Trần An"), 0U);
  EXPECT_EQ(title_before_name("TSĐ Trần An"), 0U);
}

TEST(IsBareName, IsTwoToFiveWordsWithCapitals) {
  EXPECT_TRUE(is_bare_name("Võ Bé") && is_bare_name("Công Tằng Tôn Nữ Hà"));
  for (const char* line : {"", "Bé", "Võ văn Bé", "VÕ VĂN BÉ", "Võ Văn Bé 5", "Võ, Bé", "Một Hai Ba Bốn Năm Sáu"})
    EXPECT_FALSE(is_bare_name(line)) << line;
}

TEST(NamesEveryPage, AreWhatPortalsCallAll) {
  EXPECT_TRUE(names_every_page("Chi tiết tin") && names_every_page("Home") && names_every_page("TRANG CHỦ"));
  EXPECT_FALSE(names_every_page("Nước nổi về muộn") || names_every_page(""));
}

TEST(TellsAboutALaw, WhenAVerbOfTheSentenceFollows) {
  EXPECT_TRUE(tells_about_a_law("có gì mới") && tells_about_a_law("sẽ thay đổi") && tells_about_a_law("là"));
  EXPECT_FALSE(tells_about_a_law("quy định mức phạt") || tells_about_a_law("") || tells_about_a_law("cóc"));
}

TEST(NamesAPortal, ByItsFirstWords) {
  EXPECT_TRUE(names_a_portal("Cổng thông tin điện tử Chính phủ") && names_a_portal("Trang thông tin xã"));
  EXPECT_FALSE(names_a_portal("Báo Chính phủ") || names_a_portal(""));
}

TEST(TypeOfRepository, InBothLanguages) {
  EXPECT_EQ(type_of_repository("Luận văn thạc sĩ"), "thesis");
  EXPECT_EQ(type_of_repository("Doctoral Dissertation"), "thesis");
  EXPECT_EQ(type_of_repository("Book chapter"), "chapter");
  EXPECT_EQ(type_of_repository("Sách"), "book");
  EXPECT_EQ(type_of_repository("Bài báo"), "article-journal");
  EXPECT_EQ(type_of_repository("Dataset"), "dataset");
  EXPECT_EQ(type_of_repository("Sách ảnh"), "");
  EXPECT_EQ(type_of_repository(""), "");
}

}  // namespace
}  // namespace soat::citation
