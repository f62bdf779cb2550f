#include "citation/session/list_record.h"

#include <gtest/gtest.h>

namespace soat::citation::session {
namespace {

std::vector<ListLine> lines(const std::vector<std::u16string>& texts) {
  std::vector<ListLine> made;
  for (const std::u16string& text : texts) made.push_back({{}, text, false});
  return made;
}

const std::u16string ut = u"[1]\tTrần Văn Út, Sông nước miền Tây. NXB Trẻ, 2003.";
const std::u16string anh = u"[2]\tNguyễn Thị Ánh, Chợ nổi. NXB Trẻ, 1999.";

using Starts = std::vector<std::size_t>;

ListMemory recorded(const std::vector<std::u16string>& texts) {
  return {list_record(lines(texts)), {}, {}};
}

ItemData work(const char* json) {
  return std::make_shared<const nlohmann::json>(nlohmann::json::parse(json));
}

const ItemData ut_work = work(R"({"id": "a", "type": "book", "title": "Sông nước miền Tây", "publisher": "NXB Trẻ",
  "author": [{"family": "Trần", "given": "Văn Út"}], "issued": {"date-parts": [[2003]]}})");

TEST(ListRecord, LinesBeforeAndAfterAreTheLists) {
  const ListMemory memory = recorded({ut, anh});
  EXPECT_EQ(users_text(lines({anh}), memory, {ut, anh}), (Starts{ut.size(), anh.size()}));
  EXPECT_EQ(users_text(lines({u"mới"}), memory, {ut, u"mới", u"", u" \t"}), (Starts{ut.size(), 3, 0, 2}));
}

TEST(ListRecord, WhatIsTypedIsTheUsers) {
  const ListMemory memory = recorded({ut, anh});
  EXPECT_EQ(users_text(lines({ut}), memory, {ut, anh + u" Chữ tôi gõ.", u"Phụ lục của tôi.", ut + anh}),
            (Starts{ut.size(), anh.size(), 0, ut.size() + anh.size()}));
  // Words of the list, but too few to be a line of it.
  EXPECT_EQ(users_text(lines({ut}), memory, {u"Trần Văn Út"}), Starts{0});
  EXPECT_EQ(users_text(lines({ut}), memory, {u"Xem " + ut}), Starts{0});
}

TEST(ListRecord, ALineWrittenOtherwiseGivesWay) {
  const std::u16string other = u"1. Trần Văn Út, \u201cSông nước miền Tây\u201d, NXB Trẻ (2003)";
  EXPECT_EQ(users_text(lines({ut}), recorded({ut}), {other}), Starts{other.size()});
}

TEST(ListRecord, WithoutARecordEntriesAreKnownByTheirWorks) {
  const ListMemory memory{"", {ut_work}, {u"Tiếng Việt"}};
  const std::u16string chicago = u"Trần, V. Ú. 2003. Sông nước miền Tây. Bản in lần thứ hai. NXB Trẻ.";
  EXPECT_EQ(
      users_text(lines({anh}), memory, {u"Tiếng Việt", chicago, u"Phụ lục của tôi.", chicago + u" Lời tôi.", anh}),
      (Starts{10, chicago.size(), 0, chicago.size(), anh.size()}));
  EXPECT_EQ(users_text(lines({anh}), {"rác 12.zz 3", {}, {}}, {u"Phụ lục."}), Starts{0});
}

}  // namespace
}  // namespace soat::citation::session
