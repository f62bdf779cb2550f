#include "citation/session/entry_words.h"

#include <gtest/gtest.h>

namespace soat::citation::session {
namespace {

ItemData work(const char* json) {
  return std::make_shared<const nlohmann::json>(nlohmann::json::parse(json));
}

const ItemData about_a_market =
    work(R"({"title": "Chợ nổi của người miền Tây", "author": [{"family": "Nguyễn", "given": "Thị Ánh"}],
  "publisher": "NXB Trẻ", "issued": {"date-parts": [["1999"]]}})");
const ItemData article = work(R"({"title": "Testing at sea: a short history", "container-title": "Journal of Boats",
  "author": [{"family": "Smith", "given": "John"}], "page": "12-19", "volume": "3", "URL": "https://boats.invalid/a",
  "issued": {"date-parts": [[2011]]}, "accessed": {"date-parts": [[2020, 3, 5]]}})");
const ItemData law = work(R"({"number": "30/2020/NĐ-CP", "authority": "Chính phủ"})");

std::size_t at(const std::u16string& text) {
  return EntryWords({about_a_market, article, law}).entry_at_start(text);
}

TEST(EntryWords, KnowsAnEntryInEveryStyle) {
  for (const char16_t* entry : {
           u"Nguyễn Thị Ánh (1999), Chợ nổi của người miền Tây, NXB Trẻ.",
           u"[12]\tN. T. Ánh, Chợ nổi của người miền Tây. NXB Trẻ, 1999.",
           u"NGUYỄN Thị Ánh. Chợ Nổi Của Người Miền Tây. 1. bản. NXB Trẻ; 1999. 120 tr.",
           u"———. Chợ nổi của người miền Tây.",
           u"Smith, J. (2011). Testing at sea. Journal of Boats, 3, 12–9. Truy cập ngày 5 tháng 3 năm 2020, từ "
           u"https://boats.invalid/a",
           u"Smith J. Testing at sea: a short history [tiếng Anh]. J Boats 2011;3:12-9.",
           u"Chính phủ (2020), Nghị định số 30/2020/NĐ-CP.",
       }) {
    const std::u16string text(entry);
    EXPECT_EQ(at(text), text.size()) << text.size();
  }
}

TEST(EntryWords, WhatFollowsAnEntryIsNotOfIt) {
  const std::u16string entry = u"Nguyễn Thị Ánh. (1999). Chợ nổi của người miền Tây. NXB Trẻ.";
  for (const char16_t* more :
       {u" Phụ lục của tôi.", u"\nXem thêm chương 2.", u" (hay)", u" Lời của người viết: đọc lại 2 lần."})
    EXPECT_EQ(at(entry + more), entry.size());
}

TEST(EntryWords, OtherTextIsNoEntry) {
  for (const char16_t* text :
       {u"", u"Phụ lục của tôi.", u"TÀI LIỆU THAM KHẢO", u"Nguyễn Thị Ánh", u"Người miền Tây, 1999.",
        u"Tôi xin cảm ơn Nguyễn Thị Ánh, Chợ nổi của người miền Tây.", u"12"})
    EXPECT_EQ(at(text), 0U);
}

}  // namespace
}  // namespace soat::citation::session
