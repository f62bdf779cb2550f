#include "review/finding_strip.h"

#include <gtest/gtest.h>

namespace soat::review {
namespace {

using check::Category;

check::Finding finding(std::uint32_t paragraph, std::uint32_t start, std::string_view rule) {
  check::Finding out;
  out.paragraph = paragraph;
  out.start = start;
  out.end = start + 1;
  out.rule = check::find_rule(rule);
  return out;
}

TEST(FindingStrip, HasTheCategoryOfMostFindingsOfEachPart) {
  const std::vector<std::size_t> lengths{9, 19, 9};  // with their ends 40 units
  FindingStrip strip(lengths, 4);
  strip.add(finding(0, 0, "style.tone"));
  strip.add(finding(0, 3, "garble.doubled"));
  strip.add(finding(0, 9, "garble.doubled"));
  strip.add(finding(1, 10, "spelling.joined"));
  strip.add(finding(1, 12, "style.tone"));
  strip.add(finding(9, 0, "style.tone"));
  EXPECT_EQ(strip.parts(),
            (std::vector<std::optional<Category>>{Category::garble, std::nullopt, Category::spelling, std::nullopt}));
}

TEST(FindingStrip, KnowsWhereAPartBegins) {
  const std::vector<std::size_t> lengths{9, 19, 9};
  const FindingStrip strip(lengths, 4);
  const auto place = [&](std::size_t part) {
    const FindingStrip::Place at = strip.start_of(part);
    return std::pair(at.paragraph, at.start);
  };
  EXPECT_EQ(place(0), std::pair(0U, 0U));
  EXPECT_EQ(place(1), std::pair(1U, 0U));
  EXPECT_EQ(place(2), std::pair(1U, 10U));
  EXPECT_EQ(place(3), std::pair(2U, 0U));
  EXPECT_EQ(place(99), place(3));
}

TEST(FindingStrip, BearsAnEmptyDocument) {
  FindingStrip strip({}, 3);
  strip.add(finding(0, 0, "style.tone"));
  EXPECT_EQ(strip.parts(), (std::vector<std::optional<Category>>(3)));
  EXPECT_EQ(strip.start_of(1).paragraph, 0U);
}

}  // namespace
}  // namespace soat::review
