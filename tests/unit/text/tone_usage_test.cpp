#include "text/tone_usage.h"

#include <gtest/gtest.h>

namespace soat::text {
namespace {

TEST(UsualToneStyle, FollowsTheMajority) {
  EXPECT_EQ(usual_tone_style(u"Nhà hoà thuận.\nCon khoẻ, mẹ cũng khỏe."), ToneStyle::new_style);
  EXPECT_EQ(usual_tone_style(u"Nhà hòa thuận.\nCon khoẻ, mẹ cũng khỏe."), ToneStyle::old_style);
}

TEST(UsualToneStyle, IsTheOldOneWhenNothingTells) {
  EXPECT_EQ(usual_tone_style(u""), ToneStyle::old_style);
  EXPECT_EQ(usual_tone_style(u"Toán quý mùa thuở ấy.\n\nHoàn toàn."), ToneStyle::old_style);
  EXPECT_EQ(usual_tone_style(u"hoà, hòa"), ToneStyle::old_style);
}

}  // namespace
}  // namespace soat::text
