#include "check/category.h"

#include <gtest/gtest.h>

#include <set>

namespace soat::check {
namespace {

TEST(Category, IsFoundByItsName) {
  for (const CategoryInfo& info : categories) {
    Category found = Category::spelling;
    EXPECT_TRUE(category_from_name(info.name, found));
    EXPECT_EQ(found, info.category);
    EXPECT_EQ(name(found), info.name);
  }
}

TEST(Category, OtherNamesLeaveWhatIsThere) {
  Category found = Category::residue;
  for (const char* wrong : {"", "Spelling", "spell", "spelling "}) EXPECT_FALSE(category_from_name(wrong, found));
  EXPECT_EQ(found, Category::residue);
}

TEST(Category, HasATitleOfItsOwnInEachLanguage) {
  std::set<std::string> titles;
  for (const CategoryInfo& info : categories) {
    titles.insert(text::Message(info.title).utf8(text::Language::vi));
    titles.insert(text::Message(info.title).utf8(text::Language::en));
  }
  EXPECT_EQ(titles.size(), 2 * categories.size());
}

}  // namespace
}  // namespace soat::check
