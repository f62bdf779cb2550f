#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "spelling.joined";

TEST(SpellingJoined, FindsSyllablesWithoutASpaceBetween) {
  EXPECT_EQ(found(rule, u"Xã đã xây đượcmột cây cầu mới."), "đượcmột→được một");
  EXPECT_EQ(found(rule, u"Ông sống ở HàNội từ nhỏ."), "HàNội→Hà Nội");
  EXPECT_EQ(found(rule, u"Theo quy định tạiĐiều 5 của luật này."), "tạiĐiều→tại Điều");
}

TEST(SpellingJoined, FindsASyllableWithAWrongMarkBeforeACapital) {
  EXPECT_EQ(found(rule, u"Ủy ban mời các nguờiDân đến họp."), "nguờiDân→người Dân");
  EXPECT_EQ(found(rule, u"Ông mua chiếc eBảo và máy iPhône."), "");
}

TEST(SpellingJoined, FindsACompoundByItself) {
  EXPECT_EQ(found(rule, u"nhândân"), "nhândân→nhân dân");
  EXPECT_EQ(found(rule, u"Họ lo làm kinhtế."), "kinhtế→kinh tế");
}

TEST(SpellingJoined, LeavesLoansAndNamesAlone) {
  EXPECT_EQ(found(rule, u"Khối bêtông, cái balô, chiếc canô và khí nitơ."), "");
  EXPECT_EQ(found(rule, u"Bà đi McDonald rồi xem YouTube."), "");
}

TEST(SpellingJoined, TakesAFormThatComesBackForATradeName) {
  std::u16string text;
  for (int i = 0; i < 6; ++i) text += u"Hãng GạoQuê bán hàng qua mạng.\n";
  EXPECT_TRUE(findings_of(rule, text).empty());
}

}  // namespace
}  // namespace soat::check
