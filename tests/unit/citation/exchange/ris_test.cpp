#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(Ris, WhatIsWrittenIsReadAgain) {
  const json items = json::parse(
      R"([{"id":"a","type":"article-journal","title":"Chợ nổi","container-title":"Tạp chí Chợ","author":[{"family":"Trần","given":"Văn Ổn"},{"literal":"Sở Y tế"}],"issued":{"date-parts":[[2005,3,1]]},"page":"4-9","volume":"2","issue":"1"}])");
  EXPECT_EQ(read_ris(write_ris(items), "a.ris"), items);
}

TEST(Ris, ForgottenEndsAndLongLines) {
  const json items = read_ris("TY  - BOOK\nTI  - Đò\n ngang\nTY  - BOOK\nTI  - Bến", "a.ris");
  ASSERT_EQ(items.size(), 2U);
  EXPECT_EQ(items[0]["title"], "Đò ngang");
}

TEST(Ris, FieldsOutsideEntriesAreTold) {
  Remarks remarks;
  const json items =
      read_ris("TI  - Lạc\nAU  - Lê, Út\nTY  - BOOK\nTI  - Bến\nER  - \nTY  - BOOK\nER  - \n", "a.ris", &remarks);
  EXPECT_EQ(items.size(), 1U);
  ASSERT_EQ(remarks.size(), 2U);
  EXPECT_EQ(remarks[0].text.utf8(text::Language::en), "a.ris:1: fields without a line TY before them are left out");
  EXPECT_EQ(remarks[1].text.utf8(text::Language::en), "a.ris:6: an entry without any field is left out");
  EXPECT_TRUE(remarks[0].lost && remarks[1].lost);
}

}  // namespace
}  // namespace soat::citation
