#include "text/tone_usage.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

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

// What stands there > the same in the other style.
std::vector<std::u16string> placed(std::u16string_view paragraph) {
  Analysis analysis;
  analyse(paragraph, analysis);
  std::vector<std::u16string> found;
  for (const PlacedTone& tone : placed_tones(analysis)) {
    found.emplace_back(paragraph.substr(tone.start, tone.end - tone.start));
    found.back().append(tone.style == ToneStyle::old_style ? u" old > " : u" new > ").append(tone.other);
  }
  return found;
}

TEST(PlacedTones, AreThoseThatTheStylesWriteDifferently) {
  EXPECT_EQ(placed(u"Hoà bình, thủy lợi, TOÀ án; Thuở quý mùa."),
            (std::vector<std::u16string>{u"Hoà new > Hòa", u"thủy old > thuỷ", u"TOÀ new > TÒA"}));
}

TEST(PlacedTones, OfHyphenatedWordsAndDecomposedLetters) {
  EXPECT_EQ(placed(u"hoà-bình, khoe\u0309 ra"),
            (std::vector<std::u16string>{u"hoà new > hòa", u"khoe\u0309 new > khỏe"}));
}

TEST(PlacedTones, LeaveMisplacedMarksAndAddresses) {
  EXPECT_EQ(placed(u"tóan nứơc, xem https://example.org/hoà"), std::vector<std::u16string>());
}

TEST(PlaceTones, OfEachWordOfAText) {
  std::u16string text = u"Hòa bình, khoẻ mạnh; TÒA án, tóan.";
  EXPECT_TRUE(place_tones(text, ToneStyle::new_style));
  EXPECT_EQ(text, u"Hoà bình, khoẻ mạnh; TOÀ án, tóan.");
  EXPECT_FALSE(place_tones(text, ToneStyle::new_style));
}

}  // namespace
}  // namespace soat::text
