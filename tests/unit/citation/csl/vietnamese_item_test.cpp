#include "citation/csl/vietnamese_item.h"

#include <gtest/gtest.h>

#include "citation/csl/item_check.h"
#include "unit/citation/fixture.h"

namespace soat::citation {
namespace {

using nlohmann::json;

json prepared(const char* item) {
  json result = json::parse(item);
  prepare_vietnamese(result);
  return result;
}

std::string order_of(const char* family, const char* given, const char* language) {
  json item = {{"type", "book"}, {"language", language}, {"author", {{{"family", family}, {"given", given}}}}};
  prepare_vietnamese(item);
  return item["author"][0]["multi"]["main"];
}

TEST(VietnameseItem, AnEditionIsItsNumber) {
  EXPECT_EQ(prepared(R"({"type":"book","edition":"2nd ed."})")["edition"], "2");
  EXPECT_EQ(prepared(R"({"type":"book","edition":"Revised"})")["edition"], "Revised");
  EXPECT_FALSE(prepared(R"({"type":"book"})").contains("edition"));
}

TEST(VietnameseItem, APersonIsVietnameseWhateverTheWork) {
  EXPECT_EQ(order_of("Lê", "Minh Tú", "vi"), "vi");
  EXPECT_EQ(order_of("Tran", "Van Ba", "vi"), "vi");  // marks left off
  EXPECT_EQ(order_of("Nam", "Cao", "vi"), "vi");
  EXPECT_EQ(order_of("Nguyễn", "Thị Lan", "en"), "vi");
  EXPECT_EQ(order_of("Carson", "Ruth", "vi"), "en");
  EXPECT_EQ(order_of("Hugo", "Victor", "vi"), "en");
  EXPECT_EQ(order_of("Dupont", "Élise", "vi"), "en");
  EXPECT_EQ(order_of("Ho", "Tim", "en"), "en");
  EXPECT_EQ(order_of("Tran", "Van Ba", "en"), "en");  // as the paper writes it
}

TEST(VietnameseItem, ALawIsCompletedFromItsTitleAndSymbol) {
  json item =
      prepared(R"({"type": "legislation", "title": "Thông tư quy định về phao", "number": "07/2022/TT-BGTVT"})");
  EXPECT_EQ(item["genre"], "Thông tư");
  EXPECT_EQ(item["title"], "quy định về phao");
  EXPECT_EQ(item["issued"], json::parse(R"({"date-parts": [[2022]]})"));
  item = prepared(R"({"type": "legislation", "title": "giá vé phà", "number": "12/QĐ-UBND"})");
  EXPECT_EQ(item["genre"], "Quyết định");
  EXPECT_FALSE(item.contains("issued"));
  item = prepared(R"({"type": "legislation", "title": "Nghị định số 08/2019/NĐ-CP về bến thủy"})");
  EXPECT_EQ(item["genre"], "Nghị định");
  EXPECT_EQ(item["number"], "08/2019/NĐ-CP");
  EXPECT_EQ(item["issued"]["date-parts"][0][0], 2019);
  // A law's name is whole with its kind.
  item = prepared(R"({"type": "legislation", "title": "Luật Bến bãi", "number": "10/2031/QH20"})");
  EXPECT_EQ(item["genre"], "Luật");
  EXPECT_EQ(item["title"], "Luật Bến bãi");
}

TEST(VietnameseItem, WhatIsKnownStays) {
  const char* whole =
      R"({"type": "legislation", "genre": "Nghị định", "number": "30/2020/NĐ-CP", "title": "công tác văn thư",
                          "authority": "Chính phủ nước Cộng hòa", "issued": {"date-parts": [[2021]]}})";
  EXPECT_EQ(prepared(whole), json::parse(whole));
  const char* foreign = R"({"type": "legislation", "title": "Clean Rivers Act", "number": "33/1999"})";
  EXPECT_EQ(prepared(foreign)["title"], "Clean Rivers Act");
  EXPECT_FALSE(prepared(foreign).contains("genre"));
}

TEST(VietnameseItem, HasTheIssuerThatTheSymbolNames) {
  EXPECT_EQ(prepared(R"({"type": "legislation", "number": "30/2020/NĐ-CP", "title": "công tác văn thư"})")["authority"],
            "Chính phủ");
  EXPECT_FALSE(prepared(R"({"type": "legislation", "number": "15/2021/NQ-HĐND"})").contains("authority"));
  EXPECT_FALSE(prepared(R"({"type": "legislation", "number": "30/2020/NĐ-CP", "author": [{"literal": "CP"}]})")
                   .contains("authority"));
  EXPECT_FALSE(
      prepared(R"({"type": "legislation", "number": "08/2017/QH14", "title": "Luật Thủy lợi"})").contains("authority"));
}

// The golden styles compare with node, which is given items that were prepared already.
TEST(VietnameseItem, TheItemsForNodeArePreparedAsTheEngineDoes) {
  const std::filesystem::path golden = std::filesystem::path(SOAT_SOURCE_DIR) / "tests/golden/cite";
  json items = json::parse(test::read(golden / "items.json"));
  for (json& item : items) {
    std::vector<ItemFault> faults;
    item = checked_item(item, faults);
    EXPECT_TRUE(faults.empty());
    prepare_vietnamese(item);
  }
  EXPECT_EQ(items, json::parse(test::read(golden / "items-prepared.json"))) << items.dump(1);
}

}  // namespace
}  // namespace soat::citation
