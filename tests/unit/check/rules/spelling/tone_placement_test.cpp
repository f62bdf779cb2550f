#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view rule = "spelling.tone-placement";

TEST(SpellingTonePlacement, FindsMarksOnTheWrongLetter) {
  EXPECT_EQ(found(rule, u"Nứơc chảy qua cống."), "Nứơc→Nước");
  EXPECT_EQ(found(rule, u"Bài tóan này cần hòan thành trước."), "tóan→toán; hòan→hoàn");
  EXPECT_EQ(found(rule, u"Gía cả tăng cao."), "Gía→Giá");
}

TEST(SpellingTonePlacement, TakesBothStylesForRight) {
  EXPECT_EQ(found(rule, u"Nền hòa bình và sức khỏe; nền hoà bình và sức khoẻ; thủy sản, thuỷ sản."), "");
}

}  // namespace
}  // namespace soat::check
