#include "citation/exchange/extra_lines.h"

#include <gtest/gtest.h>

namespace soat::citation {
namespace {

using nlohmann::json;

TEST(ExtraLines, SayWhatElseIsNotKept) {
  const json item = json::parse(R"({"id":"a","type":"book","title":"Ghe","authority":"Chính phủ","number-of-pages":320,
      "director":[{"family":"Berg","given":"Ann","non-dropping-particle":"van"},{"literal":"Hãng phim"}],
      "original-date":{"date-parts":[[1820,2],[1822]]},"ISSN":"1859-0012","custom":{"x":1}})");
  const std::string lines = extra_lines(item, {{"title", "Ghe"}});
  EXPECT_EQ(lines,
            "ISSN: 1859-0012\nauthority: Chính phủ\ndirector: van Berg || Ann\ndirector: Hãng phim\nnumber-of-pages: "
            "320\noriginal-date: 1820-02/1822\n");
  json again = {{"title", "Ghe"}};
  add_extra(again, lines);
  EXPECT_EQ(again["authority"], "Chính phủ");
  EXPECT_EQ(again["director"].size(), 2U);
  EXPECT_EQ(again["director"][1]["literal"], "Hãng phim");
  EXPECT_EQ(again["original-date"], item["original-date"]);
  EXPECT_FALSE(again.contains("note"));
}

TEST(ExtraLines, OtherLinesAreANote) {
  json item = {{"note", "Mượn"}, {"title", "Ghe"}};
  add_extra(item, "PMID: 123\nĐọc kỹ: chương 2\ntitle: Khác\n");
  EXPECT_EQ(item["PMID"], "123");
  EXPECT_EQ(item["title"], "Ghe");
  EXPECT_EQ(item["note"], "Mượn\nĐọc kỹ: chương 2\ntitle: Khác");
}

TEST(ExtraLines, AreToldFromNotes) {
  for (const char* extra : {"authority: Chính phủ", "original-date: 1820", "PMID: 1"})
    EXPECT_TRUE(is_extra_line(extra)) << extra;
  for (const char* note : {"", "Status: đã đọc", "note: x", "authority", "authority:", "keywords: a", "Xem: chương 2"})
    EXPECT_FALSE(is_extra_line(note)) << note;
}

}  // namespace
}  // namespace soat::citation
