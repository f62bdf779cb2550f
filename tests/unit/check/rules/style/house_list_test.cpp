#include "check/house_list.h"

#include <gtest/gtest.h>

#include <array>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

// What the shipped checker tells of a text with a list: "rule: text → suggestion (reason)".
std::vector<std::string> told(std::string_view rows, std::u16string_view text) {
  std::vector<Error> problems;
  CheckOptions options;
  options.house = std::make_shared<const HouseList>(HouseList::parse(rows, "house.txt", problems));
  EXPECT_TRUE(problems.empty());
  std::vector<std::string> out;
  const std::array paragraphs{text};
  for (const Finding& finding : shipped_checker().check(paragraphs, options)) {
    const std::u16string_view written = text.substr(finding.start, finding.end - finding.start);
    out.push_back(std::string(finding.rule->id) + ": " + text::to_utf8(written) + " → " +
                  (finding.suggestions.empty() ? "" : text::to_utf8(finding.suggestions.front())) + " (" +
                  text::to_utf8(finding.message->en) + ")");
  }
  return out;
}

TEST(StyleHouseList, TellsWhatIsToBeWrittenInTheCaseOfWhatStandsThere) {
  constexpr std::string_view rows = "prefer\ttrang web\twebsite\n";
  EXPECT_EQ(told(rows, u"Website mới của xã đã mở."),
            (std::vector<std::string>{
                "style.house-list: Website → Trang web (The house list has “Trang web” for “Website”.)"}));
  EXPECT_EQ(told(rows, u"Xã mở WEBSITE mới."),
            (std::vector<std::string>{
                "style.house-list: WEBSITE → TRANG WEB (The house list has “TRANG WEB” for “WEBSITE”.)"}));
}

TEST(StyleHouseList, GivesTheReason) {
  EXPECT_EQ(
      told("avoid\tdân oan\t\tnặng lời\n", u"Họ gọi nhau là dân oan của xã."),
      (std::vector<std::string>{"style.house-list: dân oan →  (The house list avoids “dân oan”. Reason: nặng lời)"}));
}

TEST(StyleHouseList, NothingIsSaidOfWhatIsNeverToBeFlagged) {
  constexpr std::u16string_view text = u"Quán Nứơc Xưa đông khách, nứơc sông lên.";
  EXPECT_EQ(told("never\tQuán Nứơc Xưa\t\ttên riêng\n", text).size(), 1U);
  EXPECT_EQ(told("", text).size(), 2U);
}

TEST(StyleHouseList, WinsAgainstTheRulesOfSpellingAndOfTones) {
  EXPECT_EQ(told("prefer\tnước lũ\tnứơc\n", u"Mùa nứơc lên."),
            (std::vector<std::string>{"style.house-list: nứơc → nước lũ (The house list has “nước lũ” for “nứơc”.)"}));
  constexpr std::u16string_view text = u"Nhà hoà thuận, mẹ khoẻ, thuỷ triều lên, toà nhà, ngày mai ra tòa án.";
  EXPECT_EQ(told("", text).size(), 1U);
  EXPECT_EQ(told("prefer\ttòa án\ttoà án\n", text), std::vector<std::string>()) << "the office wants it so";
  EXPECT_EQ(told("prefer\tcơ quan xử án\ttòa án\n", text),
            (std::vector<std::string>{
                "style.house-list: tòa án → cơ quan xử án (The house list has “cơ quan xử án” for “tòa án”.)"}));
}

}  // namespace
}  // namespace soat::check
