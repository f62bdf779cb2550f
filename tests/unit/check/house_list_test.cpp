#include "check/house_list.h"

#include <gtest/gtest.h>

#include "text/utf.h"

namespace soat::check {
namespace {

struct Found {
  std::string text;
  std::string suggestion;

  friend bool operator==(const Found&, const Found&) = default;
  friend std::ostream& operator<<(std::ostream& out, const Found& found) {
    return out << "“" << found.text << "” → “" << found.suggestion << "”";
  }
};

HouseList list_of(std::string_view bytes) {
  std::vector<Error> problems;
  HouseList list = HouseList::parse(bytes, "house.txt", problems);
  for (const Error& problem : problems) ADD_FAILURE() << problem.what();
  return list;
}

std::vector<Found> find(const HouseList& list, std::u16string_view text) {
  std::vector<Found> out;
  for (const HouseList::Match& match : list.find(text)) {
    const auto& suggestions = match.entry->suggestions;
    out.push_back({text::to_utf8(text.substr(match.start, match.end - match.start)),
                   suggestions.empty() ? "" : text::to_utf8(suggestions.front())});
  }
  return out;
}

std::vector<std::string> problems_of(std::string_view bytes) {
  std::vector<Error> problems;
  HouseList::parse(bytes, "house.txt", problems);
  std::vector<std::string> out;
  for (const Error& problem : problems) out.emplace_back(problem.what());
  return out;
}

TEST(HouseList, FindsWholeWordsInAnyCase) {
  const HouseList list = list_of("prefer\ttrang web\twebsite|web site\tcho dễ hiểu\navoid\tđối tượng\n");
  EXPECT_EQ(find(list, u"Website này và các WEB  SITE khác."),
            (std::vector<Found>{{"Website", "trang web"}, {"WEB  SITE", "trang web"}}));
  EXPECT_EQ(find(list, u"Websites của đối tượng."), (std::vector<Found>{{"đối tượng", ""}}));
  EXPECT_EQ(list.entries().front().reason, u"cho dễ hiểu");
}

TEST(HouseList, FindsWhatHasCapitalsAsItIsWritten) {
  const HouseList list = list_of("prefer\tTP.HCM\tTp.HCM\nprefer\tiPhone\tiphone\n");
  EXPECT_EQ(find(list, u"Tp.HCM, TP.HCM, tp.hcm"), (std::vector<Found>{{"Tp.HCM", "TP.HCM"}}));
  EXPECT_EQ(find(list, u"iphone, iPhone, Iphone"), (std::vector<Found>{{"iphone", "iPhone"}}));
}

TEST(HouseList, LeavesAloneWhatIsPartOfWhatIsRight) {
  const HouseList list = list_of("prefer\tThành phố Hồ Chí Minh\tHồ Chí Minh\nnever\tphố Hồ\n");
  EXPECT_EQ(find(list, u"Ở Hồ Chí Minh và Thành phố Hồ Chí Minh."),
            (std::vector<Found>{{"Hồ Chí Minh", "Thành phố Hồ Chí Minh"}, {"phố Hồ", ""}}));
}

TEST(HouseList, IsReadAsPeopleSaveIt) {
  const HouseList list = list_of(
      "\xEF\xBB\xBF# ghi chú\r\n\r\nTránh\tto\xCC\x81"
      "c\r\nNên viết\tquy định\tqui định\r\nKhông báo\tđăk lăk");
  EXPECT_EQ(list.entries().size(), 3U);
  EXPECT_EQ(find(list, u"Tóc theo qui định Đăk Lăk"),
            (std::vector<Found>{{"Tóc", ""}, {"qui định", "quy định"}, {"Đăk Lăk", ""}}));
}

TEST(HouseList, NamesEachBrokenLineAndReadsTheOthers) {
  EXPECT_EQ(
      problems_of(
          "avoid\tmột\nhay\thai\navoid\n\navoid\t-ba\nprefer\tbốn\navoid\t\xFF\navoid\ta\tb\tc\td\nnever\tnăm\n"),
      (std::vector<std::string>{
          "house.txt:2: the first cell “hay” is not prefer, avoid or never; the line was passed over",
          "house.txt:3: the phrase in the second cell is missing; the line was passed over",
          "house.txt:5: a phrase must begin with a letter or a digit; the line was passed over",
          "house.txt:6: “prefer” wants the second cell (what is right) and the third (instead of what); the line was "
          "passed over",
          "house.txt:7: not UTF-8; the line was passed over",
          "house.txt:8: more than 4 cells; the line was passed over"}));
  std::vector<Error> problems;
  EXPECT_EQ(HouseList::parse("avoid\tmột\nhay\thai\nnever\tnăm\n", "", problems).entries().size(), 2U);
}

TEST(HouseList, RefusesWhatIsRightAndWrongAtOnce) {
  EXPECT_EQ(problems_of("prefer\tnước\tnước\nprefer\tquy định\tqui định|quy  định\navoid\tmột\tmột\n"),
            (std::vector<std::string>{
                "house.txt:1: the same words are right and wrong; the line was passed over",
                "house.txt:2: the same words are right and wrong; the line was passed over",
                "house.txt:3: the same words are right and wrong; the line was passed over",
            }));
  EXPECT_EQ(list_of("prefer\tiPhone\tiphone\nnever\tmột\tmột\n").entries().size(), 2U);
}

TEST(HouseList, SaysOfWholeWordsThatTheyAreNeverFlagged) {
  const HouseList list = list_of("never\tnghành\nnever\tĐăk\nnever\tnứơc xưa\navoid\ttóc\n");
  for (const char16_t* word : {u"nghành", u"Nghành", u"NGHÀNH", u"Đăk"}) EXPECT_TRUE(list.is_never_flagged(word));
  for (const char16_t* word : {u"", u"nghàn", u"nghành-nghề", u"đăk", u"nứơc", u"tóc"})
    EXPECT_FALSE(list.is_never_flagged(word));
}

TEST(HouseList, CannotBeReadFromWhereThereIsNoFile) {
  std::vector<Error> problems;
  EXPECT_THROW(HouseList::read("/nowhere/house.txt", problems), Error);
}

TEST(HouseList, CannotBeReadFromAnAddressYet) {
  std::vector<Error> problems;
  try {
    HouseList::read("https://example.invalid/house.txt", problems);
    ADD_FAILURE() << "read";
  } catch (const Error& error) {
    EXPECT_NE(std::string_view(error.what()).find("is an address"), std::string_view::npos) << error.what();
  }
}

}  // namespace
}  // namespace soat::check
