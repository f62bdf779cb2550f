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

TEST(RisEntry, PeopleAndFieldsMeanWhatEndNoteMeansByThemInTheType) {
  const json items = read_ris(
      "TY  - EDBOOK\nAU  - Nguyễn, Lan\nA2  - Trần, Ổn\nTI  - Tuyển tập\nER  - \n"
      "TY  - BOOK\nAU  - Nguyễn, Lan\nA2  - Trần, Ổn\nA3  - Lê, Út\nM1  - 7\nTI  - Bến\nER  - \n"
      "TY  - THES\nAU  - Nguyễn, Lan\nA3  - Lê, Út\nTI  - Ghe\nER  - \n"
      "TY  - PCOMM\nAU  - Nguyễn, Lan\nA2  - Lê, Út\nTI  - Thư\nER  - \n"
      "TY  - PAT\nAU  - Nguyễn, Lan\nSN  - VN 1-2011\nM1  - 12\nTI  - Chân vịt\nER  - \n"
      "TY  - CONF\nAU  - Nguyễn, Lan\nC1  - Hà Nội\nCY  - Huế\nTI  - Kỷ yếu\nER  - \n"
      "TY  - COMP\nAU  - Nguyễn, Lan\nET  - 2.1\nTI  - Bảng tính\nER  - \n",
      "a.ris");
  ASSERT_EQ(items.size(), 7U);
  EXPECT_EQ(items[0]["editor"][0]["family"], "Nguyễn");
  EXPECT_EQ(items[0]["collection-editor"][0]["family"], "Trần");
  EXPECT_FALSE(items[0].contains("author"));
  EXPECT_EQ(items[1]["editor"][0]["family"], "Lê");
  EXPECT_EQ(items[1]["collection-editor"][0]["family"], "Trần");
  EXPECT_EQ(items[1]["collection-number"], "7");
  EXPECT_EQ(items[2]["contributor"][0]["family"], "Lê");
  EXPECT_EQ(items[3]["recipient"][0]["family"], "Lê");
  EXPECT_EQ(items[4]["number"], "VN 1-2011");
  EXPECT_EQ(items[4]["note"], "M1: 12");
  EXPECT_EQ(items[5]["publisher-place"], "Hà Nội");
  EXPECT_EQ(items[5]["event-place"], "Huế");
  EXPECT_EQ(items[6]["version"], "2.1");
  EXPECT_FALSE(items[6].contains("edition"));
}

TEST(RisEntry, WhatNoVariableHoldsIsANote) {
  const json item =
      read_ris("TY  - JOUR\nTI  - Ghe\nAN  - 00012\nTA  - Nguyen, Lan\nRP  - 1999\nH2  - K.12\nER  - \n", "a.ris")[0];
  EXPECT_EQ(item["note"], "AN: 00012\nTA: Nguyen, Lan\nRP: 1999");
  EXPECT_FALSE(item.contains("translator")) << "TA is the author's name in another language";
  EXPECT_EQ(item["call-number"], "K.12");
}

TEST(RisEntry, WithoutATypeIsWhatItsFieldsTell) {
  EXPECT_EQ(item_of({{{"TI", "Ngô"}, {"PB", "Nông nghiệp"}}}, 1)["type"], "book");
  EXPECT_EQ(item_of({{{"TI", "Ngô"}, {"T2", "Tạp chí Ngô"}}}, 1)["type"], "article-journal");
  EXPECT_EQ(item_of({{{"TI", "Ngô"}, {"T2", "Cây trồng"}, {"CY", "Huế"}}}, 1)["type"], "chapter");
  EXPECT_EQ(item_of({{{"TI", "Ngô"}}}, 1)["type"], "document");
}

}  // namespace
}  // namespace soat::citation
