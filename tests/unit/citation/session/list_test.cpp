#include "citation/session/list.h"

#include <gtest/gtest.h>

#include "text/utf.h"

namespace soat::citation::session {
namespace {

std::vector<ListLine> lines(const std::vector<std::u16string>& texts) {
  std::vector<ListLine> lines;
  for (const std::u16string& text : texts) lines.push_back({{}, text, false});
  return lines;
}

void expect(const ListChange& change, std::size_t first, std::size_t last_line, std::size_t last_old) {
  EXPECT_EQ(change.first, first);
  EXPECT_EQ(change.last_line, last_line);
  EXPECT_EQ(change.last_old, last_old);
}

TEST(List, OnlyWhatDiffersIsWritten) {
  const auto all = lines({u"a", u"b", u"c"});
  EXPECT_TRUE(change_of(all, {u"a", u"b", u"c"}, false).none());
  expect(change_of(all, {u"a", u"c"}, false), 1, 2, 1);
  expect(change_of(all, {u"a", u"x", u"c"}, false), 1, 2, 2);
  expect(change_of(all, {u"a", u"b", u"x", u"c"}, false), 2, 2, 3);
  expect(change_of(all, {u"a", u"b", u"c"}, true), 0, 3, 3);
  // New lines are put behind one that is there: the first that stays is written too.
  expect(change_of(all, {u"b", u"c"}, false), 0, 2, 1);
  expect(change_of(all, {u"x", u"a", u"b", u"c"}, false), 0, 1, 2);
  expect(change_of(lines({u"a", u"a"}), {u"a"}, false), 1, 2, 1);
}

TEST(List, LinesHaveHeadingsBetweenThem) {
  Bibliography list;
  list.groups = {{"vi", "Tiếng Việt", {{"a", "Một {\\i{}hai}"}, {"b", ""}}}, {"en", "", {{"c", "three"}}}};
  const auto made = lines_of(list, false);
  ASSERT_EQ(made.size(), 3U);
  EXPECT_TRUE(made[0].heading);
  EXPECT_TRUE(made[0].runs[0].bold);
  EXPECT_EQ(made[1].plain, u"Một hai");
  EXPECT_EQ(made[1].runs.size(), 2U);
  EXPECT_FALSE(made[2].heading);
  const auto none = lines_of({}, false);
  ASSERT_EQ(none.size(), 1U);
  EXPECT_TRUE(none[0].runs.empty());
}

TEST(List, OfSomeWorksAlone) {
  Bibliography list;
  list.groups = {{"vi", "Tiếng Việt", {{"a", "[1] Một"}, {"b", "[3] Hai"}}}, {"en", "Tiếng Anh", {{"c", "[2] three"}}}};
  EXPECT_EQ(lines_of(only(list, {"a", "c"}), false).size(), 4U);
  const auto lines = lines_of(only(list, {"b"}), false);
  ASSERT_EQ(lines.size(), 1U);  // in one language, without a heading
  EXPECT_EQ(lines[0].plain, u"[3] Hai");
  EXPECT_EQ(lines[0].item, "b");
  EXPECT_TRUE(only(list, {}).groups.empty());
}

TEST(List, LinksAreMadeWhereTheyAreWanted) {
  Bibliography list;
  list.groups = {{"", "", {{"a", "Một. https://vi.example/a."}}}};
  EXPECT_EQ(lines_of(list, false)[0].runs.size(), 1U);
  const ListLine line = lines_of(list, true)[0];
  ASSERT_EQ(line.runs.size(), 3U);
  EXPECT_EQ(line.runs[1].link, u"https://vi.example/a");
  EXPECT_EQ(line.plain, u"Một. https://vi.example/a.");
}

TEST(List, EntriesOfTheUsersOwnStay) {
  Bibliography list;
  list.groups = {{"", "", {{"u:a", "của kiểu"}, {"u:b", "khác"}}}};
  const auto id_of = [](const zotero::Json& cite) { return cite["uris"][0].get<std::string>(); };
  keep_own_entries(zotero::Json::parse(R"({"custom": [[["u:a"], "của tôi"], ["u:b", ""], 3, ["u:c"]]})"), id_of, list);
  EXPECT_EQ(list.groups[0].entries[0].text, "của tôi");
  EXPECT_EQ(list.groups[0].entries[1].text, "khác");
  keep_own_entries(zotero::Json::parse(R"({"custom": [["u:b", "cũng vậy"]]})"), id_of, list);
  EXPECT_EQ(list.groups[0].entries[1].text, "cũng vậy");
  keep_own_entries(nullptr, id_of, list);
  EXPECT_EQ(list.groups[0].entries[0].text, "của tôi");
}

TEST(List, StandsAsTheStyleAsks) {
  Bibliography list;
  list.hanging_indent = true;
  ListFormat format = format_of(list);
  EXPECT_EQ(format.left, 1270);
  EXPECT_EQ(format.first_line, -1270);
  EXPECT_EQ(format.line_height, 423);
  EXPECT_FALSE(format.tab);
  list.hanging_indent = false;
  list.second_field_align = "flush";
  list.max_offset = 4;
  format = format_of(list);
  EXPECT_EQ(format.left, 889);
  EXPECT_EQ(format.first_line, -889);
  EXPECT_EQ(format.tab, 0);
  list.second_field_align = "margin";
  EXPECT_EQ(format_of(list).left, 0);
}

}  // namespace
}  // namespace soat::citation::session
