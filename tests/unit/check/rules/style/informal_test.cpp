#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(StyleInformal, HintsOnceAtEachShortForm) {
  constexpr std::u16string_view text = u"Anh đc nghỉ nhưng ko nói.\nEm cũng đc nghỉ.";
  EXPECT_EQ(findings_of("style.informal", text).size(), 2U);
  EXPECT_EQ(findings_of("spelling.context", text, Profile::strict).size(), 0U);
  EXPECT_EQ(found("style.informal", u"Ko sao, ĐC: 12 phố Huế."), "Ko→Không");
}

TEST(StyleInformal, LeavesNamesAlone) {
  EXPECT_EQ(found("style.informal", u"Họ đến đảo Ko Samui và gặp người Ko Ho."), "");
}

}  // namespace
}  // namespace soat::check
