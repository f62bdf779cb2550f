#include "check/garble/lost_syllables.h"

#include <gtest/gtest.h>

#include <string_view>

#include "text/utf.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(GarbleLostSyllables, FindsWordsThatLackASyllable) {
  const auto missing = [](std::u16string_view text) { return found("garble.missing", text); };
  EXPECT_EQ(missing(u"Trong tình hiện nay, cả xóm cùng nhau giữ gìn vệ sinh."), "tình hiện→tình hình hiện");
  EXPECT_EQ(missing(u"Mọi người đều phải tuân các quy định về an toàn lao động."), "tuân các→tuân thủ các");
  EXPECT_EQ(missing(u"Nhà trường đã đề ra nhiều biện nhằm nâng cao chất lượng dạy và học."),
            "biện nhằm→biện pháp nhằm");
  // Before the first word of a sentence, which hands on its capital.
  EXPECT_EQ(missing(u"Hệ thống gồm hai lớp. Cấu tổ chức của phòng gồm ba tổ và một ban."), "Cấu→Cơ cấu");
}

TEST(GarbleLostSyllables, LeavesWholeSentencesAlone) {
  for (const std::u16string_view text :
       {u"Trong tình hình hiện nay, cả xóm cùng nhau giữ gìn vệ sinh.",
        // A sentence may do with or without a function word.
        u"Đảng nhà nước quan tâm, bà con phấn khởi.", u"Chị nấu cơm, con quét nhà, bố sửa lại cái cổng.",
        u"Ông Tình hiện sống ở thôn Đông với con gái út.", u"Tình, hiện nay đã về quê."})
    EXPECT_EQ(found("garble.missing", text, Profile::strict), "") << text::to_utf8(text);
}

}  // namespace
}  // namespace soat::check
