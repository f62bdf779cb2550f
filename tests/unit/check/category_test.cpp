#include "check/category.h"

#include <gtest/gtest.h>

#include <set>
#include <string_view>

#include "text/message.h"

namespace soat::check {
namespace {

TEST(Category, IsFoundByTheNameThatReportsGiveIt) {
  for (const CategoryInfo& info : categories) {
    Category found{};
    ASSERT_TRUE(category_from_name(name(info.category), found)) << info.name;
    EXPECT_EQ(found, info.category);
  }
}

TEST(Category, OfAnUnknownNameIsNone) {
  for (const std::string_view unknown : {"", "Spelling", "spelling ", "grammar"}) {
    Category found = Category::style;
    EXPECT_FALSE(category_from_name(unknown, found)) << unknown;
    EXPECT_EQ(found, Category::style) << "is left as it was";
  }
}

TEST(Category, HasATitleInBothLanguagesAndAColourThatIsNotTheSpellCheckersRed) {
  std::set<std::u16string> titles;
  for (const CategoryInfo& info : categories) {
    const text::Message title(info.title);
    EXPECT_FALSE(title.in(text::Language::en).empty());
    EXPECT_TRUE(titles.insert(title.in(text::Language::vi)).second) << info.name;
    EXPECT_NE(info.colour, 0xFF0000U);
    EXPECT_LE(info.colour, 0xFFFFFFU);
  }
}

}  // namespace
}  // namespace soat::check
