#include "citation/exchange/ris_meanings.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(RisMeanings, AreThoseOfTheTypeAlone) {
  ASSERT_NE(ris_meaning("THES", "A3"), nullptr);
  EXPECT_EQ(ris_meaning("THES", "A3")->variable, "contributor");
  EXPECT_TRUE(ris_meaning("THES", "A3")->is_person);
  EXPECT_FALSE(ris_meaning("COMP", "ET")->is_person);
  for (const char* type : {"BOOK", "JOUR", "", "HES", "THES COMP"}) EXPECT_EQ(ris_meaning(type, "A3"), nullptr) << type;
  EXPECT_EQ(ris_meaning("THES", ""), nullptr);
}

TEST(RisMeanings, AreListedForAType) {
  const auto own = ris_meanings_of("MPCT");
  EXPECT_TRUE(std::ranges::any_of(own, [](const auto& one) { return one.first == "A3"; }));
  for (const auto& [tag, meaning] : own) EXPECT_EQ(ris_meaning("MPCT", tag)->variable, meaning.variable);
  EXPECT_TRUE(ris_meanings_of("JOUR").empty());
}

TEST(RisMeanings, AreWrittenAndReadAgain) {
  for (
      const char* item :
      {R"({"id":"a","type":"thesis","title":"T","contributor":[{"family":"Lê","given":"Út"}]})",
       R"({"id":"a","type":"thesis","title":"T","collection-editor":[{"family":"Lê","given":"Út"}]})",
       R"({"id":"a","type":"software","title":"T","version":"2","edition":"3"})",
       R"({"id":"a","type":"graphic","title":"T","genre":"Tranh lụa","medium":"lụa","dimensions":"3 m"})",
       R"({"id":"a","type":"legal_case","title":"T","authority":"Tòa án","publisher":"Nhà in"})",
       R"({"id":"a","type":"book","title":"T","collection-number":"7","collection-editor":[{"family":"Lê","given":"Út"}],"editor":[{"family":"An","given":"Bảo"}]})"}) {
    const json items = json::array({json::parse(item)});
    EXPECT_EQ(read_ris(write_ris(items), "a.ris"), items) << write_ris(items);
  }
}

}  // namespace
}  // namespace soat::citation
