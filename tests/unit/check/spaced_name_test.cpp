#include "check/spaced_name.h"

#include <gtest/gtest.h>

#include <string_view>

namespace soat::check {
namespace {

// Whether a word in a text may be a part of such a name.
bool may_continue(std::u16string_view word, std::u16string_view text) {
  text::Analysis analysis;
  text::analyse(text, analysis);
  for (std::uint32_t i = 0; i < analysis.tokens.size(); ++i) {
    if (analysis.view(analysis.tokens[i]) == word) return may_continue_spaced_name(analysis, i);
  }
  ADD_FAILURE() << "no such word";
  return false;
}

TEST(SpacedName, GoesOnBehindDashes) {
  EXPECT_TRUE(may_continue(u"dắc", u"Nhà văn Ban – dắc viết."));
  EXPECT_TRUE(may_continue(u"dốp", u"Tướng Cu – tu – dốp thắng."));
  EXPECT_TRUE(may_continue(u"nép", u"Ông Brê - giơ - nép."));
}

TEST(SpacedName, BeginsWithACapital) {
  EXPECT_FALSE(may_continue(u"văn", u"Nhà văn Ban – dắc viết."));
  EXPECT_FALSE(may_continue(u"va", u"chuyện mát – xcơ – va"));
  EXPECT_FALSE(may_continue(u"Nam", u"Tuyến Bắc – Nam dài."));
  EXPECT_FALSE(may_continue(u"chín", u"Khoảng 5 – chín người."));
}

}  // namespace
}  // namespace soat::check
