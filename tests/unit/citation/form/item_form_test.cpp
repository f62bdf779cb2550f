#include "citation/form/item_form.h"

#include <gtest/gtest.h>

#include <set>

#include "citation/form/cite_list.h"
#include "citation/form/item_fields.h"

namespace soat::citation {
namespace {

using nlohmann::json;

std::size_t field_of(const ItemForm& form, std::string_view key, FieldEntry entry) {
  const auto fields = form.layout().fields;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i].key == key && fields[i].entry == entry) return i;
  }
  ADD_FAILURE() << form.layout().type << " has no " << key;
  return 0;
}

TEST(ItemFields, EveryTypeHasAFormThatFits) {
  std::set<std::string> types;
  for (const ItemType& type : item_types()) {
    EXPECT_TRUE(types.insert(type.type).second) << type.type;
    EXPECT_LE(type.fields.size(), most_fields) << type.type;
    EXPECT_FALSE(type.label.vi.empty() || type.label.en.empty());
    std::set<std::pair<std::string, bool>> keys;
    bool titled = false;
    for (const ItemField& field : type.fields) {
      EXPECT_TRUE(keys.insert({field.key, field.entry == FieldEntry::bodies}).second) << type.type << " " << field.key;
      EXPECT_FALSE(field.label.vi.empty() || field.label.en.empty()) << field.key;
      titled = titled || field.key == std::string_view("title");
    }
    EXPECT_TRUE(titled) << type.type;
  }
  EXPECT_EQ(types.size(), 45U);  // CSL 1.0.2, Appendix III
  EXPECT_STREQ(item_type("unknown").type, "document");
}

TEST(ItemForm, NamesAreTypedAsPeopleWriteThem) {
  const json names = read_names("Nguyễn Văn An; Smith, John ;Mary Shelley; Bộ Y tế; {WHO}; Ban Văn Nam", json::array());
  ASSERT_EQ(names.size(), 6U);
  EXPECT_EQ(names[0], json::parse(R"({"family":"Nguyễn","given":"Văn An"})"));
  EXPECT_EQ(names[1], json::parse(R"({"family":"Smith","given":"John"})"));
  EXPECT_EQ(names[2], json::parse(R"({"family":"Shelley","given":"Mary"})"));
  EXPECT_EQ(names[3], json::parse(R"({"literal":"Bộ Y tế"})"));
  EXPECT_EQ(names[4], json::parse(R"({"literal":"WHO"})"));
  EXPECT_EQ(names[5], json::parse(R"({"family":"Ban","given":"Văn Nam"})"));
  for (const json& name : names) EXPECT_EQ(read_names(name_text(name), json::array())[0], name) << name;
}

TEST(ItemForm, WhatIsShownAndNotChangedStaysAsItIs) {
  const json item = json::parse(R"({"id":"a","type":"book","title":"Bến  đò","custom":{"x":1},
    "author":[{"literal":"Sở Du lịch"},{"family":"Beethoven","given":"Ludwig","non-dropping-particle":"van"},{"family":"Lê","given":"Út"}],
    "issued":{"date-parts":[[2001,2],[2003]],"circa":true},"volume":2})");
  ItemForm form(item);
  for (std::size_t i = 0; i < form.layout().fields.size(); ++i) form.set(i, form.value(i));
  EXPECT_EQ(form.item(), item);
  const std::size_t people = field_of(form, "author", FieldEntry::people);
  EXPECT_EQ(form.value(people), "Beethoven, Ludwig; Lê Út");
  form.set(people, "Lê Út; Beethoven, Ludwig; Trần Thị Én");
  EXPECT_EQ(form.item()["author"], json::parse(R"([{"family":"Lê","given":"Út"},
    {"family":"Beethoven","given":"Ludwig","non-dropping-particle":"van"},{"family":"Trần","given":"Thị Én"},
    {"literal":"Sở Du lịch"}])"));
  const std::size_t bodies = field_of(form, "author", FieldEntry::bodies);
  EXPECT_EQ(form.value(bodies), "Sở Du lịch");
  form.set(bodies, "");
  form.set(people, "");
  EXPECT_FALSE(form.item().contains("author"));
}

TEST(ItemForm, DatesAreTypedDayFirst) {
  ItemForm form(json::object());
  const std::size_t issued = field_of(form, "issued", FieldEntry::date);
  for (const auto& [typed, parts, shown] :
       {std::tuple{"5/3/2020", "[[2020,3,5]]", "05/3/2020"}, std::tuple{"02/2020", "[[2020,2]]", "02/2020"},
        std::tuple{"1999", "[[1999]]", "1999"}, std::tuple{"2020-03-15", "[[2020,3,15]]", "15/3/2020"}}) {
    form.set(issued, typed);
    EXPECT_EQ(form.item()["issued"]["date-parts"], json::parse(parts)) << typed;
    EXPECT_EQ(form.value(issued), shown);
  }
  form.set(issued, "sắp in");
  EXPECT_EQ(form.item()["issued"], json::parse(R"({"literal":"sắp in"})"));
  form.set(issued, "  ");
  EXPECT_FALSE(form.item().contains("issued"));
}

TEST(ItemForm, ChangingTheTypeLosesNothing) {
  ItemForm form(json::parse(R"({"type":"article-journal","title":"Chợ","container-title":"Tạp chí Chợ","issue":"3"})"));
  form.set_type("book");
  form.set_type("article-journal");
  EXPECT_EQ(form.item()["container-title"], "Tạp chí Chợ");
  EXPECT_EQ(form.item()["issue"], "3");
  EXPECT_FALSE(form.is_blank());
  EXPECT_TRUE(ItemForm(json::object()).is_blank());
}

TEST(CiteList, SourcesAreAddedMovedAndTakenOut) {
  CiteList list;
  list.add({{"title", "Một"}}, "urn:a");
  list.add({{"title", "Hai"}}, "urn:b");
  list.add({{"title", "Ba"}}, "");
  EXPECT_EQ(list.move(2, -1), 1U);
  EXPECT_EQ(list.move(0, -1), 0U);
  EXPECT_EQ(list.move(2, 1), 2U);
  EXPECT_EQ(list.json()[1]["itemData"]["title"], "Ba");
  EXPECT_FALSE(list.json()[1].contains("uris"));
  list.remove(0);
  ASSERT_EQ(list.size(), 2U);
  EXPECT_EQ(list.json()[1]["uris"][0], "urn:b");
}

TEST(CiteList, PlacesPrefixesAndSuffixes) {
  CiteList list;
  list.add({{"title", "Một"}}, "urn:a");
  EXPECT_EQ(list.label(0), "page");
  list.set_locator(0, "chapter", " 2 ");
  list.set_prefix(0, "xem");
  list.set_suffix(0, "và các trang sau");
  list.set_suppress_author(0, true);
  EXPECT_EQ(list.json()[0]["locator"], "2");
  EXPECT_EQ(list.json()[0]["label"], "chapter");
  EXPECT_EQ(list.json()[0]["prefix"], "xem ");
  EXPECT_EQ(list.json()[0]["suffix"], " và các trang sau");
  EXPECT_TRUE(list.suppresses_author(0));
  EXPECT_EQ(list.line(0, true), "[chương 2] Một");
  list.set_suffix(0, ", hết");
  EXPECT_EQ(list.suffix(0), ", hết");
  list.set_locator(0, "chapter", "");
  list.set_prefix(0, "");
  list.set_suffix(0, "");
  list.set_suppress_author(0, false);
  EXPECT_EQ(list.json()[0].size(), 2U) << list.json();
}

TEST(CiteList, WhatACitationHoldsBesidesStays) {
  const auto items = nlohmann::ordered_json::parse(
      R"([{"id":7,"uris":["http://zotero.org/users/1/items/AB"],"itemData":{"id":7,"title":"Chợ"},"x":1,"label":"sub verbo","locator":"a"},3])");
  CiteList list(items);
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list.json()[0], items[0]);
  EXPECT_EQ(list.line(0, true), "[mục từ a] Chợ");
}

}  // namespace
}  // namespace soat::citation
