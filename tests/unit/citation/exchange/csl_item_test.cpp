#include "citation/exchange/csl_item.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "citation/csl/item_list.h"
#include "citation/exchange/exchange.h"
#include "text/error.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(CslJson, SaysWhereItIsDamaged) {
  EXPECT_THROW(read_csl_json("[{\"id\":", "a.json"), Error);
  EXPECT_THROW(read_csl_json("3", "a.json"), Error);
  EXPECT_THROW(read_csl_json("[2E822]", "a.json"), Error);
  EXPECT_THROW(read_csl_json(std::string(100000, '['), "a.json"), Error);
  EXPECT_EQ(read_csl_json(R"([{"id":7,"title":"Đò"}])", "a.json")[0]["id"], "7");
}

TEST(CslJson, TellsWhatItCannotTakeIn) {
  Remarks remarks;
  const json items = read_csl_json(
      R"([{"id":"a","type":"book","title":"Ghe","author":"Lê Hoa","issued":"2014","editor":["Sở Du lịch"]},5,
          {"id":"b","type":"book","title":{"vi":"Bến"},"issued":2015}])",
      "a.json", &remarks);
  EXPECT_EQ(items, json::parse(R"([{"id":"a","type":"book","title":"Ghe","author":[{"family":"Lê","given":"Hoa"}],
      "issued":{"raw":"2014"},"editor":[{"literal":"Sở Du lịch"}]},
      {"id":"b","type":"book","issued":{"date-parts":[[2015]]}}])"));
  ASSERT_EQ(remarks.size(), 2U);
  EXPECT_EQ(remarks[0].text.utf8(text::Language::en), "a.json: item number 2 is no object and is left out");
  EXPECT_EQ(remarks[1].text.utf8(text::Language::en), "a.json: item \"b\": title: expected a text; it is left out");
  EXPECT_TRUE(remarks[0].lost && remarks[1].lost);
}

TEST(CslJson, ItemsToBeFormattedTellOfTheirEncoding) {
  Remarks remarks;
  std::vector<ItemFault> faults;
  const json items =
      read_sound_items("[{\"id\":\"a\",\"type\":\"book\",\"title\":\"caf\xE9\"}]", "a.json", faults, &remarks);
  EXPECT_EQ(items[0]["title"], "café");
  EXPECT_TRUE(faults.empty());
  ASSERT_EQ(remarks.size(), 1U);
  EXPECT_FALSE(remarks[0].lost);
}

TEST(CslJson, ItemsOfZoteroItself) {
  const json items = read_csl_json(
      R"({"items":[{"itemType":"bookSection","citationKey":"ben2011","title":"Ghe","bookTitle":"Sông","creators":[{"creatorType":"author","firstName":"Út","lastName":"Sóng"},{"creatorType":"editor","name":"Viện Thủy văn"}],"date":"2011-03-04","place":"Vinh","DOI":"https://doi.org/10.7/g"},{"itemType":"note","note":"x"}]})",
      "a.json");
  EXPECT_EQ(
      items,
      json::parse(
          R"([{"id":"ben2011","type":"chapter","title":"Ghe","container-title":"Sông","author":[{"family":"Sóng","given":"Út"}],"editor":[{"literal":"Viện Thủy văn"}],"issued":{"date-parts":[[2011,3,4]]},"publisher-place":"Vinh","DOI":"10.7/g"}])"));
}

}  // namespace
}  // namespace soat::citation
