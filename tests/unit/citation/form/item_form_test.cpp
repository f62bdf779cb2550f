#include "citation/form/item_form.h"

#include <gtest/gtest.h>

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

}  // namespace
}  // namespace soat::citation
