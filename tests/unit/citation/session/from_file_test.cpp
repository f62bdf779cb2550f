#include "citation/session/from_file.h"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "citation/zotero/json_access.h"
#include "paper.h"

namespace soat::citation::session {
namespace {

using test::book;
using test::cites;
using test::Desk;
using test::Paper;
using Texts = std::vector<std::string>;

const Json kAnh = book("anh", "Nguyễn", "Chợ nổi", 1999);
const Json kUt = book("ut", "Trần", "Sông nước", 2003);

std::set<std::string> ids_in(const Desk& desk) {
  std::set<std::string> ids;
  for (const Paper::Item& item : desk.paper.items) {
    if (item.code->kind == zotero::CodeKind::item) ids.insert(zotero::string_at(item.code->data, "citationID"));
  }
  return ids;
}

std::set<std::string> names_in(const Desk& desk) {
  std::set<std::string> names;
  for (const Paper::Item& item : desk.paper.items) names.insert(item.name);
  return names;
}

void follow_file(Desk& desk, std::set<std::string> brought) {
  Command command = follow(desk.session);
  take_from_file(command, std::move(brought));
  desk.run(std::move(command));
}

TEST(FromFile, MarksThatShareANameAreParted) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.put(cites(kAnh), 1);
  const std::vector<Paper::Item> own = desk.paper.items;
  const std::set<std::string> ids = ids_in(desk);
  for (int time = 0; time < 2; ++time) desk.paper.items.insert(desk.paper.items.end(), own.begin(), own.end());
  follow_file(desk, {});
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]", "[1]", "[2]", "[1]", "[2]"}));
  EXPECT_EQ(names_in(desk).size(), 6U);
  EXPECT_EQ(ids_in(desk).size(), 6U);
  EXPECT_TRUE(ids_in(desk).contains(*ids.begin()));
  // Nothing is left for another time.
  const std::set<std::string> names = names_in(desk);
  follow_file(desk, {});
  EXPECT_EQ(names_in(desk), names);
}

TEST(FromFile, CopiesUnderOtherNamesGetIds) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.paper.items.push_back(desk.paper.items.front());
  desk.paper.items.back().name = "copy";
  const std::string name = desk.paper.items.front().name;
  follow_file(desk, {});
  EXPECT_EQ(ids_in(desk).size(), 2U);
  EXPECT_EQ(desk.paper.items.front().name, name);
}

TEST(FromFile, TheListThatWasThereStaysAlone) {
  for (const bool before : {false, true}) {
    Desk desk;
    desk.put(cites(kUt), 0);
    desk.run(insert_list(desk.session, ListTitle::none), 1);
    const std::string own = desk.paper.list().name;
    Paper::Item list = desk.paper.list();
    list.name = "brought";
    desk.paper.items.insert(before ? desk.paper.items.begin() : desk.paper.items.end(), list);
    desk.put(cites(kAnh), desk.paper.items.size());
    follow_file(desk, {"brought", "not a list"});
    EXPECT_EQ(desk.paper.items.size(), 3U);
    EXPECT_EQ(desk.paper.list().name, own);
    EXPECT_EQ(desk.paper.list().lines.size(), 2U);
  }
}

TEST(FromFile, ADocumentWithoutAListKeepsTheFirst) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  Paper::Item list = desk.paper.list();
  list.name = "second";
  desk.paper.items.push_back(list);
  follow_file(desk, {desk.paper.list().name, "second"});
  EXPECT_EQ(desk.paper.items.size(), 2U);
  EXPECT_NE(desk.paper.list().name, "second");
}

TEST(FromFile, AListOfAPartIsOfTheOneWhereItStands) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none, true), 1);
  desk.put(cites(kAnh), 2);
  Paper::Item list = desk.paper.items[1];
  list.name = "brought";
  desk.paper.items.push_back(list);
  follow_file(desk, {"brought"});
  const DocumentModel now = desk.model();
  ASSERT_EQ(now.lists.size(), 2U);
  EXPECT_NE(now.part_of(now.lists[0]), now.part_of(now.lists[1]));
  EXPECT_EQ(desk.paper.items[3].lines.size(), 1U);
  EXPECT_NE(desk.paper.items[1].lines, desk.paper.items[3].lines);
}

}  // namespace
}  // namespace soat::citation::session
