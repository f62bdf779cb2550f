#include "citation/csl/item_list.h"

#include <gtest/gtest.h>

#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

// Ids of what can be formatted; what cannot is told in faults.
std::string sound(std::string_view bytes, std::vector<ItemFault>& faults) {
  std::string ids;
  for (const json& item : read_sound_items(bytes, "a.json", faults)) ids += item["id"].get<std::string>() + " ";
  return ids;
}

TEST(SoundItems, WhatIsNoItemIsTold) {
  std::vector<ItemFault> faults;
  EXPECT_EQ(sound(R"([{"id":"a","type":"book"}, 5, "x, ]", {"id":"b","type":"book"}])", faults), "a b ");
  ASSERT_EQ(faults.size(), 2U);
  EXPECT_EQ(faults[0].item, "number 2");
  EXPECT_EQ(faults[1].item, "number 3");
}

TEST(SoundItems, WhatIsNestedTooDeepIsToldByItsId) {
  std::vector<ItemFault> faults;
  const std::string deep = std::string(100'000, '[') + std::string(100'000, ']');
  EXPECT_EQ(sound(R"([{"id":"sâu","custom":)" + deep + R"(},{"id":"b","type":"book"}])", faults), "b ");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].item, "sâu");
}

TEST(SoundItems, BracketsInTextsAreNoNesting) {
  std::vector<ItemFault> faults;
  const std::string title = std::string(200, '[') + R"(\"{)";
  EXPECT_EQ(sound(R"([{"id":"a","type":"book","title":")" + title + R"("}])", faults), "a ");
  EXPECT_TRUE(faults.empty());
}

TEST(SoundItems, TheSecondWithAnIdIsLeftOut) {
  std::vector<ItemFault> faults;
  EXPECT_EQ(sound(R"([{"id":"a","type":"book"},{"id":"a","type":"book"}])", faults), "a ");
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].field, "id");
}

TEST(SoundItems, AnEmptyListIsOne) {
  std::vector<ItemFault> faults;
  EXPECT_EQ(sound(" [ ] ", faults), "");
  EXPECT_TRUE(faults.empty());
}

TEST(SoundItems, DamageIsAnError) {
  std::vector<ItemFault> faults;
  for (const char* bytes : {"", "[", R"([{"id":"a"})", R"([{"id":"a)", "3", "]"})
    EXPECT_THROW(read_sound_items(bytes, "a.json", faults), Error) << bytes;
}

}  // namespace
}  // namespace soat::citation
