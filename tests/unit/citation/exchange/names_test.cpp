#include "citation/exchange/names.h"

#include <gtest/gtest.h>

#include <string>

#include "citation/exchange/dates.h"
#include "citation/exchange/exchange.h"
#include "citation/exchange/identifiers.h"

namespace soat::citation {
namespace {

using nlohmann::json;

// "family|given", with "particle>" and "|suffix" where there are such; "=whole" for what is kept whole.
std::string shown(const char* written) {
  const json name = read_name(written);
  if (name.contains("literal")) return "=" + name["literal"].get<std::string>();
  std::string text =
      name.contains("non-dropping-particle") ? name["non-dropping-particle"].get<std::string>() + ">" : "";
  text += name["family"].get<std::string>() + "|" + name["given"].get<std::string>();
  return name.contains("suffix") ? text + "|" + name["suffix"].get<std::string>() : text;
}

TEST(ReadName, VietnameseNamesOfEveryShape) {
  EXPECT_EQ(shown("Trần Văn Ổn"), "Trần|Văn Ổn");
  EXPECT_EQ(shown("Giàng A Páo"), "Giàng|A Páo");
  EXPECT_EQ(shown("Lường Thị Sông"), "Lường|Thị Sông");
  EXPECT_EQ(shown("Âu Dương Phong"), "Âu Dương|Phong");
  EXPECT_EQ(shown("Tôn Nữ Thu Hà"), "Tôn Nữ|Thu Hà");
  EXPECT_EQ(shown("Hoàng Phủ Ngọc Sông"), "Hoàng Phủ|Ngọc Sông");
  EXPECT_EQ(shown("Nguyen Thi Song"), "Nguyen|Thi Song");
  EXPECT_EQ(shown("Song Nguyen"), "Nguyen|Song");
  EXPECT_EQ(shown("Thị Bến Nguyễn"), "Nguyễn|Thị Bến");
  EXPECT_EQ(shown("Nguyễn văn an"), "Nguyễn|văn an");
  EXPECT_EQ(shown("Phạm V. B."), "Phạm|V. B.");
  EXPECT_EQ(shown("Thích Nữ Diệu Bến"), "=Thích Nữ Diệu Bến");
  EXPECT_EQ(shown("Xuân Bến"), "=Xuân Bến");
  EXPECT_EQ(shown("Trần, Văn Ổn"), "Trần|Văn Ổn");
}

TEST(ReadName, OtherNames) {
  EXPECT_EQ(shown("Ann B. River"), "River|Ann B.");
  EXPECT_EQ(shown("Ludwig van Beethoven"), "van>Beethoven|Ludwig");
  EXPECT_EQ(shown("de la Cruz, Ana"), "de la>Cruz|Ana");
  EXPECT_EQ(shown("River, Sr., Ben"), "River|Ben|Sr.");
  EXPECT_EQ(shown("River, Ben, Jr."), "River|Ben|Jr.");
  EXPECT_EQ(shown("River III, Ben"), "River|Ben|III");
  EXPECT_EQ(shown("Müller, José"), "Müller|José");
  EXPECT_EQ(shown("Frank Bois"), "Bois|Frank");
  EXPECT_EQ(shown("Aristoteles"), "=Aristoteles");
}

TEST(ReadName, BodiesAreKeptWhole) {
  for (const char* body :
       {"Bộ Công Thương", "Cục Thống kê Bến Tre", "Viện Sử học", "Trường Đại học Phù Sa", "Ngân hàng Phát triển Châu Á",
        "UBND tỉnh Bến Tre", "Hội Nông dân", "Công ty TNHH Sông Xanh", "Bộ Văn hóa, Thể thao và Du lịch", "World Bank",
        "Ministry of Health", "Nhóm nghiên cứu Sông", "Tạp chí Sông", "Sở Giao thông vận tải"})
    EXPECT_EQ(shown(body), "=" + std::string(body));
  for (const char* person : {"Đoàn Văn Bến", "Phòng, Lê", "Nguyễn Thị Bến", "Bùi Trường Sông"})
    EXPECT_NE(shown(person)[0], '=') << person;
}

TEST(ReadDate, WrittenInManyWays) {
  const auto date = [](const char* text) { return read_date(text).dump(); };
  EXPECT_EQ(date("7 March 2019"), R"({"date-parts":[[2019,3,7]]})");
  EXPECT_EQ(date("2019 Mar 7"), R"({"date-parts":[[2019,3,7]]})");
  EXPECT_EQ(date("Mar 2019"), R"({"date-parts":[[2019,3]]})");
  EXPECT_EQ(date("7 tháng 3, 2019"), R"({"date-parts":[[2019,3,7]]})");
  EXPECT_EQ(date("2019///Spring"), R"({"date-parts":[[2019]]})");
}

TEST(VisibleDate, BehindTheNameOfADayOrBeforeATime) {
  EXPECT_EQ(visible_date("Tin mới Thứ Ba, 07/03/2019 nước lên"), "2019-03-07");
  EXPECT_EQ(visible_date("Chủ nhật, ngày 7 tháng 3 năm 2019"), "2019-3-7");
  EXPECT_EQ(visible_date("Thứ Năm, 3 tháng 5, 2012"), "2012-5-3");
  EXPECT_EQ(visible_date("Ngày đăng: 7-3-2019"), "2019-3-7");
  EXPECT_EQ(visible_date("7/3/2019 | 08:15"), "2019-3-7");
  for (const char* none :
       {"họp ngày mai", "7/3/2019", "Thứ 7, 2019", "Thứ Bangàymaitháng, 7/3/2019", "37/3/2019 08:15"})
    EXPECT_EQ(visible_date(none), "") << none;
}

TEST(VisibleDate, LongWordsDoNoHarm) {
  EXPECT_EQ(visible_date("Thứ " + std::string(1'000'000, '1')), "");
  std::string many;
  for (int i = 0; i < 100'000; ++i) many += "Thứ ệệệệệệệệ ";
  EXPECT_EQ(visible_date(many), "");
}

TEST(BookNumber, ByItsDigits) {
  EXPECT_EQ(book_number("978-604-1-23456-7"), BookNumber::isbn);
  EXPECT_EQ(book_number("0-19-852663-X (pbk)"), BookNumber::isbn);
  EXPECT_EQ(book_number("1859-001X"), BookNumber::issn);
  EXPECT_EQ(book_number("12"), BookNumber::none);
}

TEST(Ris, TypesAndFieldsOfEveryDialect) {
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

TEST(Writers, TakeNamesOfAnyKind) {
  const json items = json::parse(
      R"([{"id":"a","type":"book","author":[{"literal":5},{"family":["x"],"given":null},7,{"family":"Sóng"}],"issued":{"date-parts":[[2001,"3"],5]}}])");
  EXPECT_NE(write_ris(items).find("AU  - Sóng,"), std::string::npos);
  EXPECT_NE(write_bibtex(items).find("Sóng"), std::string::npos);
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
