#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "spelling.residue";

TEST(SpellingResidue, ReadsTheKeyOfTheHornBeforeItsVowel) {
  EXPECT_EQ(found("spelling.residue", u"Trong bài này mình không dwungf ở lý thuyết."), "dwungf→dừng");
  EXPECT_EQ(found("spelling.residue", u"Ông Edwin dùng Twitter ở Kwun Tong."), "");
}

TEST(SpellingResidue, FindsKeysOfTelex) {
  EXPECT_EQ(found(rule, u"Chúng em học tieesng Việt trên con dduwowngf này."), "tieesng→tiếng; dduwowngf→đường");
  EXPECT_EQ(found(rule, u"Việc ấy đã đươcj làm vào hôm qua."), "đươcj→được");
}

TEST(SpellingResidue, FindsKeysOfVni) {
  EXPECT_EQ(found(rule, u"Việc ấy đã d9uo7c5 làm vào hôm qua."), "d9uo7c5→được");
  EXPECT_EQ(found(rule, u"Lịch sử nước Vie65t ta còn ghi."), "Vie65t→Việt");
}

TEST(SpellingResidue, FindsKeysOfViqr) {
  EXPECT_EQ(found(rule, u"Việc ấy ddu+o+.c làm ở tie^'ng chuông."), "ddu+o+.c→được; tie^'ng→tiếng");
}

TEST(SpellingResidue, FindsWholeSentencesOfKeys) {
  EXPECT_EQ(found(rule, u"Hojc nafy raats hay, ddi thooi."), "Hojc→Học; nafy→này; raats→rất; ddi→đi; thooi→thôi");
  EXPECT_EQ(found(rule, u"Nu7o7c1 no1ng la8m1"), "Nu7o7c1→Nước; no1ng→nóng; la8m1→lắm");
  EXPECT_EQ(found(rule, u"Co6 d9i cho75 so71m"), "Co6→Cô; d9i→đi; cho75→chợ; so71m→sớm");
  EXPECT_EQ(found(rule, u"DDAATS NUWOWCS TA"), "DDAATS→ĐẤT; NUWOWCS→NƯỚC");
  EXPECT_EQ(found(rule, u"Anh aays laf nguwowif toots."), "aays→ấy; laf→là; nguwowif→người; toots→tốt");
}

TEST(SpellingResidue, FindsSentencesWhoseWordsHaveOneKeyEach) {
  EXPECT_EQ(found(rule, u"Nhaf cos hoas ddepj."), "Nhaf→Nhà; cos→có; hoas→hóa; ddepj→đẹp");
  EXPECT_EQ(found(rule, u"Treen baos gif theer."), "Treen→Trên; baos→báo; gif→gì; theer→thể");
  EXPECT_EQ(found(rule, u"Tro7i2 to ra61t la6u."), "Tro7i2→Trời; ra61t→rất; la6u→lâu");
  EXPECT_EQ(found(rule, u"Songs of cars and hats."), "");
  EXPECT_EQ(found(rule, u"Char buf cos sin."), "");
  EXPECT_EQ(found(rule, u"Ga1 la2 ma3"), "") << "names of cells";
}

// "tooi→tôi; ddi→đi": what all rules find in a paragraph, whatever their kind.
std::string found_by_all(std::u16string_view paragraph, Profile profile) {
  std::string out;
  for (const Finding& finding : shipped_checker().check(lines_of(paragraph), {profile, {}, Scope::whole})) {
    if (!out.empty()) out += "; ";
    text::append_utf8(paragraph.substr(finding.start, finding.end - finding.start), out);
    if (!finding.suggestions.empty()) out += "→" + text::to_utf8(finding.suggestions.front());
  }
  return out;
}

TEST(SpellingResidue, ExplainsAllOfAStretchOfKeys) {
  for (const Profile profile : {Profile::normal, Profile::strict}) {
    EXPECT_EQ(found_by_all(u"Hoom nay tooi ddi hocj.", profile), "Hoom→Hôm; tooi→tôi; ddi→đi; hocj→học");
    EXPECT_EQ(found_by_all(u"Sinh vieen namw thuws hai cuar truwowngf Bachs Khoa.", profile),
              "vieen→viên; namw→năm; thuws→thứ; cuar→của; truwowngf→trường; Bachs→Bách");
    EXPECT_EQ(found_by_all(u"Ca1ch na2y laf thay d9o6i3 thuo6c1 nga2y hai la62n.", profile),
              "Ca1ch→Cách; na2y→này; laf→là; d9o6i3→đổi; thuo6c1→thuốc; nga2y→ngày; la62n→lần");
    EXPECT_EQ(
        found_by_all(u"Ông nói rằng gia ddinhf phair guwir lowif xin looix towis moij nguwowif vào ngày mai.", profile),
        "ddinhf→đình; phair→phải; guwir→gửi; lowif→lời; looix→lỗi; towis→tới; moij→mọi; nguwowif→người");
  }
}

TEST(SpellingResidue, LeavesToOtherRulesWhatNoKeyExplains) {
  EXPECT_NE(found_by_all(u"Em cos nhieeuf banj nhuwng khong ai ddi chowi.", Profile::normal).find("khong→không"),
            std::string::npos)
      << "khong is no syllable in use";
  EXPECT_NE(found_by_all(u"Anh ấy ddang thăm quan thanhf phố.", Profile::normal).find("tham quan"), std::string::npos)
      << "marks between keys were typed with an input method";
}

TEST(SpellingResidue, ReadsTheLongOOfTelexAmongKeys) {
  EXPECT_EQ(found(rule, u"Cow quan coong an ddang lamf vieecj."),
            "Cow→Cơ; coong→công; ddang→đang; lamf→làm; vieecj→việc");
  EXPECT_EQ(found(rule, u"Cái xoong và tiếng cồng coong."), "");
}

TEST(SpellingResidue, TakesMarkKeysInAnyOrder) {
  EXPECT_EQ(found(rule, u"Con đường vietje tiengse ngafy ddejp."), "vietje→việt; tiengse→tiếng; ngafy→ngày; ddejp→đẹp");
}

TEST(SpellingResidue, TakesLettersWithTonesForLetters) {
  EXPECT_EQ(found(rule, u"Nhà có saáu người, boốn phòng."), "");
  EXPECT_EQ(found("spelling.non-syllable", u"Nhà có saáu người, boốn phòng."), "saáu→sáu; boốn→bốn");
}

TEST(SpellingResidue, LeavesNamesOfProgramsAndEnglishAlone) {
  EXPECT_EQ(found(rule, u"Dùng lệnh ufw để mở cổng, kiểu char trong C, sửa conf rồi chạy lại."), "");
  EXPECT_EQ(found(rule, u"Biến char và hàm var, dir, buf, ref trong max, mix, hex của this."), "");
  EXPECT_EQ(found(rule, u"The trees and roots were seen near the rooms, teens need boots."), "");
  EXPECT_EQ(found(rule, u"Lệnh gán char*, $conf và sys.dir[char] trong tệp config.json."), "");
}

TEST(SpellingResidue, LeavesForeignWordsFormulasAndCodesAlone) {
  EXPECT_EQ(found(rule, u"Ông boss làm test trước, gửi file cho Jeff và bà Moon."), "");
  EXPECT_EQ(found(rule, u"Khí co2 và nước h2o, khổ giấy a4, đường quốc lộ 1A, máy bay A320."), "");
  EXPECT_EQ(found(rule, u"Tính a+b rồi a^2+b^2, x^n và c++."), "");
}

}  // namespace
}  // namespace soat::check
