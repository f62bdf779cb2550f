#include "citation/exchange/ris_entry.h"

#include <gtest/gtest.h>

#include "citation/exchange/exchange.h"

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(RisEntry, TypesAndFieldsOfEveryDialect) {
  const json items = read_ris(
      "TY - EBOOK\r\nAU - Trần Văn Ổn\r\nA3 - Lê, Út\r\nTI - Bến\r\nST - B\r\nT2 - Tủ sách Sông\r\nSP - 212\r\nSN - "
      "978-604-1-23456-7\r\nER - \r\nTY  - EJOUR\nTI  - Ghe\nT2  - Tạp chí Sông\nJ2  - T. Sông\nDO  - "
      "doi:http://dx.doi.org/10.7/g\nSN  - 1859-0012\nPY  - 2011\nDA  - Feb 3\nER  - \nTY  - STAT\nTI  - Luật "
      "Bến\nM1  - 12/2011/QH13\nER  -\n",
      "a.ris");
  ASSERT_EQ(items.size(), 3U);
  EXPECT_EQ(items[0]["type"], "book");
  EXPECT_EQ(items[0]["collection-title"], "Tủ sách Sông");
  EXPECT_EQ(items[0]["number-of-pages"], "212");
  EXPECT_EQ(items[0]["title-short"], "B");
  EXPECT_EQ(items[0]["collection-editor"][0]["family"], "Lê");
  EXPECT_EQ(items[0]["ISBN"], "978-604-1-23456-7");
  EXPECT_FALSE(items[0].contains("container-title"));
  EXPECT_EQ(items[1]["type"], "article-journal");
  EXPECT_EQ(items[1]["container-title-short"], "T. Sông");
  EXPECT_EQ(items[1]["DOI"], "10.7/g");
  EXPECT_EQ(items[1]["ISSN"], "1859-0012");
  EXPECT_EQ(items[1]["issued"].dump(), R"({"date-parts":[[2011,2,3]]})");
  EXPECT_EQ(items[2]["type"], "legislation");
  EXPECT_EQ(items[2]["number"], "12/2011/QH13");
}

TEST(RisEntry, ABookThatIsEditedKeepsItsEditors) {
  const json items = read_ris("TY  - EDBOOK\nED  - Nguyễn, Lan\nTI  - Tuyển tập\nPY  - 2010\nER  - \n", "a.ris");
  EXPECT_EQ(items[0]["editor"][0]["family"], "Nguyễn");
  EXPECT_FALSE(items[0].contains("author"));
}

}  // namespace
}  // namespace soat::citation
