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
  // Pen names, some of which begin like a family name or have no marks.
  EXPECT_EQ(shown("Nam Cao"), "=Nam Cao");
  EXPECT_EQ(shown("Kim Lân"), "=Kim Lân");
  EXPECT_EQ(shown("Tô Hoài"), "=Tô Hoài");
  EXPECT_EQ(shown("Chế Lan Viên"), "=Chế Lan Viên");
  EXPECT_EQ(shown("Tô Hoài Nam"), "Tô|Hoài Nam");
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

TEST(Writers, TakeNamesOfAnyKind) {
  const json items = json::parse(
      R"([{"id":"a","type":"book","author":[{"literal":5},{"family":["x"],"given":null},7,{"family":"Sóng"}],"issued":{"date-parts":[[2001,"3"],5]}}])");
  EXPECT_NE(write_ris(items).find("AU  - Sóng,"), std::string::npos);
  EXPECT_NE(write_bibtex(items).find("Sóng"), std::string::npos);
}

}  // namespace
}  // namespace soat::citation
