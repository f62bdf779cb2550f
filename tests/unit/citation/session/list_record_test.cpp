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

TEST(ListRecord, LinesBeforeAndAfterAreTheLists) {
  const std::string record = list_record(lines({ut, anh}));
  EXPECT_EQ(users_text(lines({anh}), record, {ut, anh}), (Starts{ut.size(), anh.size()}));
  EXPECT_EQ(users_text(lines({u"mới"}), record, {ut, u"mới", u"", u" \t"}), (Starts{ut.size(), 3, 0, 2}));
}

TEST(ListRecord, WhatIsTypedIsTheUsers) {
  const std::string record = list_record(lines({ut, anh}));
  EXPECT_EQ(users_text(lines({ut}), record, {ut, anh + u" Chữ tôi gõ.", u"Phụ lục của tôi.", ut + anh}),
            (Starts{ut.size(), anh.size(), 0, ut.size() + anh.size()}));
  // Words of the list, but too few to be a line of it.
  EXPECT_EQ(users_text(lines({ut}), record, {u"Trần Văn Út"}), Starts{0});
  EXPECT_EQ(users_text(lines({ut}), record, {u"Xem " + ut}), Starts{0});
}

TEST(ListRecord, ALineWrittenOtherwiseGivesWay) {
  const std::string record = list_record(lines({ut}));
  const std::u16string other = u"1. Trần Văn Út, \u201cSông nước miền Tây\u201d, NXB Trẻ (2003)";
  EXPECT_EQ(users_text(lines({ut}), record, {other}), Starts{other.size()});
}

TEST(ListRecord, WithoutARecordAllIsTheLists) {
  EXPECT_EQ(users_text(lines({ut}), "", {u"Phụ lục.", anh}), (Starts{8, anh.size()}));
  EXPECT_EQ(users_text(lines({ut}), "rác 12.zz 3", {u"Phụ lục."}), Starts{0});
}

}  // namespace
}  // namespace soat::citation::session
