#include "citation/csl/item_check.h"

#include <gtest/gtest.h>

#include <utility>

namespace soat::citation {
namespace {

using nlohmann::json;

json checked(const char* fields, std::vector<ItemFault>& faults) {
  json item = json::parse(fields);
  item["id"] = "a";
  return checked_item(item, faults);
}

TEST(ItemCheck, WhatIsOfTheRightTypePasses) {
  std::vector<ItemFault> faults;
  const json item = checked(
      R"({"type": "book", "title": "Bến nước", "volume": 3, "author": [{"family": "Lê", "given": "Hoa"}, {"literal": "Sở"}],
          "issued": {"date-parts": [["2014", 3]]}, "accessed": {"raw": "2015-01-02"}, "ISBN": ["978"], "note": null})",
      faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(item["issued"]["date-parts"], json::parse("[[2014, 3]]"));
  EXPECT_EQ(item["ISBN"], "978");
  EXPECT_EQ(item["volume"], "3");
  EXPECT_FALSE(item.contains("note"));
}

TEST(ItemCheck, WhatIsNotIsNamedAndLeftOut) {
  const std::pair<const char*, const char*> cases[] = {
      {R"({"author": "Lê Hoa"})", "author"},
      {R"({"author": ["Lê Hoa"]})", "author"},
      {R"({"author": {"family": "Lê"}})", "author"},
      {R"({"editor": [{"family": ["Lê"]}]})", "editor"},
      {R"({"issued": 2014})", "issued"},
      {R"({"issued": "2014"})", "issued"},
      {R"({"issued": {"date-parts": [2014]}})", "issued"},
      {R"({"issued": {"date-parts": [[2014, "ba"]]}})", "issued"},
      {R"({"issued": {"date-parts": [[2014, 3.5]]}})", "issued"},
      {R"({"issued": {"date-parts": [[2014, 3, 40]]}})", "issued"},
      {R"({"issued": {"date-parts": {"year": 2014}}})", "issued"},
      {R"({"accessed": {"literal": 5}})", "accessed"},
      {R"({"title": {"vi": "Bến"}})", "title"},
      {R"({"publisher": ["A", "B"]})", "publisher"},
  };
  for (const auto& [fields, key] : cases) {
    std::vector<ItemFault> faults;
    const json item = checked(fields, faults);
    ASSERT_EQ(faults.size(), 1U) << fields;
    EXPECT_EQ(faults[0].item, "a");
    EXPECT_EQ(faults[0].field, key);
    EXPECT_FALSE(item.contains(key)) << fields;
  }
}

TEST(ItemCheck, WhatSaysNothingIsNoFault) {
  std::vector<ItemFault> faults;
  const json item = checked(R"({"author": [{"family": "", "given": " "}, null], "issued": {"date-parts": [[""]]},
                                "editor": [], "accessed": {"date-parts": [[null]]}, "keyword": ["a", "b"]})",
                            faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(item, json::parse(R"({"id": "a", "type": "document"})"));
}

TEST(ItemCheck, AGivenNameAloneIsAFamilyName) {
  std::vector<ItemFault> faults;
  EXPECT_EQ(checked(R"({"author": [{"given": "Plato"}]})", faults)["author"], json::parse(R"([{"family": "Plato"}])"));
}

TEST(ItemCheck, NothingReachesTheProcessorThatIsMeantForIt) {
  std::vector<ItemFault> faults;
  const json item =
      checked(R"({"legislation_id": "x", "system_id": "y", "multi": {"main": {}}, "title": "T"})", faults);
  EXPECT_EQ(item, json::parse(R"({"id": "a", "type": "document", "title": "T"})"));
}

TEST(ItemCheck, NumbersForTextsAreDigits) {
  std::vector<ItemFault> faults;
  const json item = checked(R"({"title": 5, "volume": 12.0, "version": 1.5})", faults);
  EXPECT_TRUE(faults.empty());
  EXPECT_EQ(item, json::parse(R"({"id": "a", "type": "document", "title": "5", "volume": "12", "version": "1.5"})"));
}

TEST(ItemCheck, TextsHaveLimits) {
  const auto fault_of = [](const char* key, const std::string& text) {
    std::vector<ItemFault> faults;
    checked_item({{"id", "a"}, {key, text}}, faults);
    return faults.empty() ? "" : faults[0].field;
  };
  std::string tags;
  std::string quotes;
  for (int i = 0; i < 1000; ++i) {
    tags += "<i>";
    quotes += "“";
  }
  EXPECT_EQ(fault_of("title", tags), "title");
  EXPECT_EQ(fault_of("title", quotes), "title");
  EXPECT_EQ(fault_of("title", std::string(1000, '\'')), "title");
  EXPECT_EQ(fault_of("publisher", std::string(100'000, 'a')), "publisher");
  EXPECT_EQ(fault_of("title", "Bàn về “bến” và 'đò' trong <i>Sông</i>"), "");
  EXPECT_EQ(fault_of("abstract", std::string(100'000, 'a')), "");
}

}  // namespace
}  // namespace soat::citation
