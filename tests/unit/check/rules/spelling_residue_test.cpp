#include <gtest/gtest.h>

#include "../checked.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "spelling.residue";

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

TEST(SpellingResidue, LeavesForeignWordsFormulasAndCodesAlone) {
  EXPECT_EQ(found(rule, u"Ông boss làm test trước, gửi file cho Jeff và bà Moon."), "");
  EXPECT_EQ(found(rule, u"Khí co2 và nước h2o, khổ giấy a4, đường quốc lộ 1A, máy bay A320."), "");
  EXPECT_EQ(found(rule, u"Tính a+b rồi a^2+b^2, x^n và c++."), "");
}

}  // namespace
}  // namespace soat::check
