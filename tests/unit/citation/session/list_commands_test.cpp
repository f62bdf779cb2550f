#include <gtest/gtest.h>

#include "citation/session/commands.h"
#include "paper.h"
#include "support/test_folder.h"

namespace soat::citation::session {
namespace {

using test::cites;
using test::Desk;
using test::fault_of;
using test::kAnh;
using test::kHoa;
using test::kUt;
using test::lists_of;
using test::Paper;
using test::said;
using Texts = std::vector<std::string>;

TEST(ListCommands, ANewListHasATitleWhereTheDocumentIsVietnamese) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::usual), 1);
  EXPECT_EQ(desk.paper.title, u"TÀI LIỆU THAM KHẢO");
  Settings settings = desk.model().settings;
  EXPECT_EQ(settings.list_title, true);
  settings.list_title = false;
  desk.run(change_settings(desk.session, settings));
  EXPECT_EQ(desk.paper.title, u"");
  settings.list_title = true;
  settings.locale = "en-US";
  desk.run(change_settings(desk.session, settings));
  EXPECT_EQ(desk.paper.title, u"REFERENCES");
  desk.paper.title = u"as the user has it";
  desk.run(change_settings(desk.session, settings));  // nothing new about the title
  EXPECT_EQ(desk.paper.title, u"as the user has it");
}

TEST(ListCommands, AStyleWithoutAListIsTold) {
  const soat::test::TestFolder folder;
  std::string style = citation::test::read(citation::test::data_folder() / "styles/ieee.csl");
  const auto begin = style.find("<bibliography");
  style.erase(begin, style.find("</bibliography>") + 15 - begin);
  std::ofstream(folder.path() / "ieee.csl") << style;
  Desk desk;
  desk.session = Session({folder.path()}, {citation::test::data_folder() / "locales"});
  EXPECT_EQ(fault_of([&] { desk.run(insert_list(desk.session, ListTitle::none)); }),
            said(texts::citation_error_style_without_list));
}

TEST(ListCommands, WhatIsListedCanBeChosen) {
  Desk desk("apa");
  desk.put(cites(kUt), 0);
  EXPECT_EQ(fault_of([&] { desk.run(choose_listed(desk.session, {})); }), said(texts::citation_error_no_list));
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  ListChoice choice;
  choice.uncited.push_back({{"urn:test:hoa"}, kHoa, 0});
  choice.omitted.push_back({"urn:test:ut"});
  desk.run(choose_listed(desk.session, choice));
  ASSERT_EQ(desk.paper.list().lines.size(), 1U);
  EXPECT_NE(desk.paper.list().lines[0].find(u"Ghe xuồng"), std::u16string::npos);
  const ListChoice read = desk.session.choice(desk.model());
  ASSERT_EQ(read.uncited.size(), 1U);
  EXPECT_EQ(read.uncited[0].data["title"], "Ghe xuồng");
  EXPECT_EQ(read.omitted, choice.omitted);
  desk.run(choose_listed(desk.session, {}));
  EXPECT_FALSE(desk.paper.properties.contains("SOAT_UNCITED"));
  EXPECT_NE(desk.paper.list().lines[0].find(u"Sông nước"), std::u16string::npos);
}

TEST(ListCommands, AListOfAPartHasNoTitle) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::usual, true), 1);
  EXPECT_EQ(desk.paper.title, u"");
  Settings settings = desk.model().settings;
  settings.list_title = true;
  desk.run(change_settings(desk.session, settings));
  EXPECT_EQ(desk.paper.title, u"");
}

TEST(ListCommands, AListWhosePlaceIsGoneIsMissed) {
  Desk desk;
  desk.put(cites(kUt), 0);
  StoredDocument stored = desk.paper.stored();
  stored.lost_lists = {"ZOTERO_BREF_x"};
  const DocumentModel now = desk.session.read(stored);
  Command command = refresh(desk.session, false);
  command.rounds.pop_front();
  Tally tally;
  command.rounds.front()->compute(now, desk.formatter, {});
  EXPECT_TRUE(command.rounds.front()->edits(now, tally).empty());
  EXPECT_TRUE(tally.list_lost);
  // A new one ends that.
  Command list = insert_list(desk.session, ListTitle::none);
  list.rounds.front()->compute(now, desk.formatter, {});
  bool forgotten = false;
  for (const FieldEdit& edit : list.rounds.front()->edits(now, tally)) {
    const auto* property = std::get_if<WriteProperty>(&edit);
    forgotten = forgotten || (property && property->stem == "ZOTERO_BREF_x" && property->value.empty());
  }
  EXPECT_TRUE(forgotten);
}

TEST(ListCommands, AListThatTheUserHasEmptiedStaysAway) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|"}));
  desk.paper.items[1].lines = {u""};
  desk.paper.items[1].emptied = true;
  EXPECT_TRUE(desk.run(refresh(desk.session, false)).list_lost);
  EXPECT_EQ(desk.paper.list().lines, (std::vector<std::u16string>{u""}));
  desk.put(cites(kAnh), 0);
  EXPECT_EQ(desk.paper.list().lines, (std::vector<std::u16string>{u""}));
  const Paper before = desk.paper;
  // Doing without it.
  desk.run(forget_lost_lists());
  EXPECT_EQ(desk.paper.items.size(), 2U);
  EXPECT_FALSE(desk.run(refresh(desk.session, false)).list_lost);
  // Or a new one.
  desk.paper = before;
  desk.run(insert_list(desk.session, ListTitle::none), 2);
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|"}));
  EXPECT_FALSE(desk.run(refresh(desk.session, false)).list_lost);
}

TEST(ListCommands, AListOfAPartThatIsEmptiedIsNotAskedAbout) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none, true), 1);
  desk.run(insert_list(desk.session, ListTitle::none), 2);
  EXPECT_EQ(desk.paper.items.size(), 3U);
  desk.paper.items[1].lines = {u""};
  desk.paper.items[1].emptied = true;
  EXPECT_FALSE(desk.run(refresh(desk.session, false)).list_lost);
  EXPECT_EQ(desk.paper.items[1].lines, (std::vector<std::u16string>{u""}));
  desk.paper.items[2].emptied = true;
  EXPECT_TRUE(desk.run(refresh(desk.session, false)).list_lost);
}

}  // namespace
}  // namespace soat::citation::session
