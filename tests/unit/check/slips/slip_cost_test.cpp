#include "check/slips/slip_cost.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

namespace soat::check {
namespace {

float cost(std::u16string_view written, std::u16string_view intended) {
  return slip_cost(WordLetters(written), WordLetters(intended), 100);
}

TEST(SlipCost, IsNothingForTheSameWordInAnyCaseAndForToneMarksOnTheOtherVowel) {
  EXPECT_FLOAT_EQ(cost(u"người", u"người"), 0);
  EXPECT_FLOAT_EQ(cost(u"NGƯỜI", u"người"), 0);
  EXPECT_FLOAT_EQ(cost(u"tóan", u"toán"), 0);
}

TEST(SlipCost, IsSmallForMissingMarksAndSpellingRules) {
  EXPECT_LE(cost(u"nguời", u"người"), 0.6F);
  EXPECT_LE(cost(u"tôt", u"tốt"), 0.6F);
  EXPECT_LE(cost(u"nghành", u"ngành"), 0.6F);
  EXPECT_LE(cost(u"ngĩ", u"nghĩ"), 0.6F);
  EXPECT_LE(cost(u"kủa", u"của"), 0.7F);
  EXPECT_LE(cost(u"nguơì", u"người"), 0.6F);
  EXPECT_LE(cost(u"khôngg", u"không"), 0.6F);
}

TEST(SlipCost, GrowsWithTheSlip) {
  EXPECT_LT(cost(u"nguời", u"người"), cost(u"nguời", u"nguội"));
  EXPECT_LT(cost(u"trnog", u"trong"), cost(u"trnog", u"trống"));
  EXPECT_LT(cost(u"bièn", u"biền"), cost(u"bièn", u"bìn"));
  EXPECT_LT(cost(u"nhugn", u"nhung"), cost(u"nhugn", u"nhanh"));
  EXPECT_LT(cost(u"fhanh", u"ghanh"), cost(u"mhanh", u"ghanh"));
}

TEST(SlipCost, TakesAWordWithoutAnyMarksForOneSlip) {
  EXPECT_LE(cost(u"nguoi", u"người"), 1.0F);
  EXPECT_LE(cost(u"duong", u"đường"), 1.0F);
  EXPECT_LT(cost(u"nguoi", u"người"), cost(u"nguoì", u"người") + cost(u"nguời", u"người"));
}

TEST(SlipCost, StopsAboveTheLimit) {
  EXPECT_GT(slip_cost(WordLetters(u"xyz"), WordLetters(u"nghiêng"), 1.0F), 1.0F);
  EXPECT_GT(slip_cost(WordLetters(u""), WordLetters(u"nghiêng"), 1.0F), 1.0F);
}

// Whatever the limit, costs up to it are those found without one.
TEST(SlipCost, IsExactUpToTheLimit) {
  const std::vector<std::u16string> words = {
      u"nguời",  u"người", u"nghành", u"ngành",  u"tiêń", u"tiến", u"x",     u"đựơc",  u"được", u"nghiêng", u"gnhiên",
      u"thuong", u"ướt",   u"tt",     u"khôngg", u"trấm", u"chậm", u"tráng", u"chang", u"dảm",  u"giảm",    u""};
  for (const std::u16string& written : words) {
    for (const std::u16string& intended : words) {
      const float exact = cost(written, intended);
      for (const float limit : {0.0F, 0.25F, 0.5F, 0.7F, 1.0F, 1.2F, 1.7F, 2.5F, 4.0F}) {
        const float limited = slip_cost(WordLetters(written), WordLetters(intended), limit);
        if (exact <= limit) {
          EXPECT_EQ(limited, exact) << limit;
        } else {
          EXPECT_GT(limited, limit);
        }
      }
    }
  }
}

// A word may be passed over by what its letters cost at least, so that must never be more than it costs.
TEST(SlipCost, IsNeverLessThanWhatTheLettersAndTheSizeCostAtLeast) {
  const std::vector<std::u16string> words = {u"nguời", u"người", u"nghành", u"ngành", u"trấm", u"chậm", u"sơn",
                                             u"xơn",   u"kẹo",   u"quẹo",   u"fff",   u"mm",   u"ly",   u"lí",
                                             u"dang",  u"rang",  u"giang",  u"wow",   u"vô",   u"nan",  u"lan"};
  int told_apart = 0;
  for (const std::u16string& written : words) {
    for (const std::u16string& intended : words) {
      const WordLetters a(written);
      const WordLetters b(intended);
      const float letters = least_letter_cost(LetterSet(a.bases()), LetterSet(b.bases()), 100);
      const float least = tone_cost(a, b.tones()) + std::max(letters, least_size_cost(a.size(), b.size()));
      EXPECT_LE(least, cost(written, intended) + 0.0001F);
      if (letters > 0.8F) ++told_apart;
      EXPECT_GT(least_letter_cost(LetterSet(a.bases()), LetterSet(b.bases()), 0.5F), letters > 0 ? 0.5F : -1.0F);
    }
  }
  EXPECT_GT(told_apart, 200);
}

}  // namespace
}  // namespace soat::check
