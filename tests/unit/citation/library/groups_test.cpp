#include "citation/library/groups.h"

#include <gtest/gtest.h>

#include "citation/library/attachments.h"
#include "citation/library/item_text.h"
#include "citation/library/library.h"
#include "unit/citation/library/library_test.h"

namespace soat::citation {
namespace {

using nlohmann::json;
using Kind = Group::Kind;

json in(json item, const GroupNames& collections, const GroupNames& tags = {}) {
  set_collections(item, collections);
  set_tags(item, tags);
  return item;
}

TEST(Groups, AreReadAndWritten) {
  json item = in({{"title", "Đò ngang"}}, {"Luận án / Chương 1", "Sông nước"}, {"chợ", "đọc lại"});
  EXPECT_EQ(item["custom"]["collections"][1], "Sông nước");
  EXPECT_EQ(item["keyword"], "chợ, đọc lại");
  EXPECT_EQ(collections_of(item), (GroupNames{"Luận án / Chương 1", "Sông nước"}));
  EXPECT_EQ(tags_of(item), (GroupNames{"chợ", "đọc lại"}));
  EXPECT_EQ(carried_by_documents(item), json({{"title", "Đò ngang"}}));
}

TEST(Groups, WhatOtherProgramsKeepStays) {
  json item = {{"custom", {{"short", "x"}}}};
  set_collections(item, {});
  EXPECT_EQ(item["custom"]["short"], "x");
  set_collections(item, {"A"});
  EXPECT_EQ(item["custom"]["short"], "x");
  EXPECT_EQ(carried_by_documents(item)["custom"], json({{"short", "x"}}));
  EXPECT_EQ(carried_by_documents({{"custom", "một chữ"}})["custom"], "một chữ");
}

TEST(Groups, OfDataOfAnyShape) {
  EXPECT_TRUE(collections_of(json::object()).empty());
  EXPECT_TRUE(collections_of({{"custom", "x"}}).empty());
  EXPECT_TRUE(collections_of({{"custom", {{"collections", "x"}}}}).empty());
  EXPECT_EQ(collections_of({{"custom", {{"collections", {1, " A ", nullptr, "", "A", "B"}}}}}), (GroupNames{"A", "B"}));
  EXPECT_EQ(tags_of({{"keyword", "chợ nổi; sông ,, chợ nổi"}}), (GroupNames{"chợ nổi", "sông"}));
  EXPECT_TRUE(tags_of({{"keyword", {"x"}}}).empty());
}

TEST(Groups, AreTyped) {
  EXPECT_EQ(typed_collections(" A, B ;C;; "), (GroupNames{"A, B", "C"}));
  EXPECT_EQ(shown_collections({"A, B", "C"}), "A, B; C");
  EXPECT_EQ(typed_tags("chợ, sông; đò"), (GroupNames{"chợ", "sông", "đò"}));
}

TEST(Groups, OnlyWhatAllHaveIsChangedInAll) {
  const GroupNames one = {"A", "B"};
  const GroupNames other = {"B", "C", "A"};
  const GroupNames common = in_all({one, other});
  EXPECT_EQ(common, (GroupNames{"A", "B"}));
  EXPECT_EQ(regrouped(one, common, {"B", "D"}), (GroupNames{"B", "D"}));
  EXPECT_EQ(regrouped(other, common, {"B", "D"}), (GroupNames{"B", "C", "D"}));
  EXPECT_TRUE(in_all({}).empty());
}

TEST(Groups, ACollectionHasWhatIsInThoseWithinIt) {
  const json item = in({}, {"Luận án / Chương 1"}, {"chợ"});
  EXPECT_TRUE(belongs(item, {Kind::collection, "Luận án"}));
  EXPECT_TRUE(belongs(item, {Kind::collection, "Luận án / Chương 1"}));
  EXPECT_FALSE(belongs(item, {Kind::collection, "Luận"}));
  EXPECT_FALSE(belongs(item, {Kind::collection, "Luận án / Chương"}));
  EXPECT_TRUE(belongs(item, {Kind::tag, "chợ"}));
  EXPECT_FALSE(belongs(item, {Kind::collection, "chợ"}));
}

TEST(Groups, AreCounted) {
  GroupCounter counter;
  counter.add(in({}, {"Luận án / Chương 2", "Luận án / Chương 1"}, {"sông"}));
  counter.add(in({}, {"Ảnh"}, {"đò", "sông"}));
  counter.add(in({}, {"Luận án"}, {"bến"}));
  std::string shown;
  for (const auto& [group, sources] : counter.counted(2)) shown += group.name + " " + std::to_string(sources) + "\n";
  EXPECT_EQ(shown, "Ảnh 1\nLuận án 2\nLuận án / Chương 1 1\nLuận án / Chương 2 1\nsông 2\nbến 1\n");
}

TEST(Groups, SourcesThatBecomeOneBelongWhereEitherDid) {
  const json one = merged(in({{"title", "Đò"}}, {"A"}, {"chợ"}), in({{"title", "Đò"}}, {"B", "A"}, {"sông"}));
  EXPECT_EQ(collections_of(one), (GroupNames{"A", "B"}));
  EXPECT_EQ(tags_of(one), (GroupNames{"chợ", "sông"}));
  EXPECT_EQ(merged({{"keyword", "a; b"}}, json::object())["keyword"], "a; b");
}

TEST_F(LibraryTest, IsSearchedWithinAGroup) {
  Library library(file());
  library.add(in(book("Đò ngang", "Lê", "Út", 1999), {"Luận án / Chương 1"}, {"sông"}));
  library.add(in(book("Chợ nổi", "Lê", "Út", 2001), {"Luận án"}));
  library.add(book("Đò dọc", "Lê", "Út", 2003));
  EXPECT_EQ(library.search("", 9, Group{Kind::collection, "Luận án"}).size(), 2U);
  EXPECT_EQ(library.search("", 1, Group{Kind::collection, "Luận án"}).size(), 1U);
  EXPECT_EQ(library.search("do", 9, Group{Kind::collection, "Luận án"}).size(), 1U);
  EXPECT_EQ(library.search("do", 9, Group{Kind::tag, "sông"}).size(), 1U);
  EXPECT_TRUE(library.search("", 9, Group{Kind::tag, "chợ"}).empty());
  EXPECT_EQ(library.search("chuong 1", 9).size(), 1U);  // by the name of a collection
  const auto groups = library.groups(9);
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].group, (Group{Kind::collection, "Luận án"}));
  EXPECT_EQ(groups[0].sources, 2U);
}

}  // namespace
}  // namespace soat::citation
