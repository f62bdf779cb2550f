#include "check/suggested_tones.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "check/house_list.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

using text::ToneStyle;
using Words = std::vector<std::u16string>;

TEST(SuggestedTones, ArePlacedInOneStyleAndNotTwice) {
  Words words = {u"hoà bình", u"hòa bình", u"khỏe"};
  place_tones(words, ToneStyle::new_style);
  EXPECT_EQ(words, (Words{u"hoà bình", u"khoẻ"}));
  place_tones(words, ToneStyle::old_style);
  EXPECT_EQ(words, (Words{u"hòa bình", u"khỏe"}));
}

std::vector<Finding> findings(std::u16string_view paragraph, const CheckOptions& options) {
  const std::array paragraphs{paragraph};
  return shipped_checker().check(paragraphs, options);
}

TEST(SuggestedTones, OfWordsAndOfWhatIsSaidOfThem) {
  CheckOptions options;
  options.only = {Category::spelling};
  const std::u16string_view text = u"Chiến tranh và hòabình.";
  for (const auto& [style, wanted] : {std::pair(ToneStyle::old_style, std::u16string(u"hòa bình")),
                                      std::pair(ToneStyle::new_style, std::u16string(u"hoà bình"))}) {
    options.tones = style;
    const std::vector<Finding> found = findings(text, options);
    ASSERT_EQ(found.size(), 1U);
    EXPECT_EQ(found[0].suggestions.front(), wanted);
    EXPECT_NE(found[0].message->vi.find(wanted), std::u16string::npos);
  }
}

TEST(SuggestedTones, WhatTheHouseListWritesStays) {
  std::vector<Error> problems;
  CheckOptions options;
  options.house = std::make_shared<const HouseList>(HouseList::parse("prefer\tthủy điện\tđiện nước\n", "a", problems));
  options.tones = ToneStyle::new_style;
  const std::vector<Finding> found = findings(u"Nhà máy điện nước ở bản.", options);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].suggestions.front(), u"thủy điện");
}

}  // namespace
}  // namespace soat::check
