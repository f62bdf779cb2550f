#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(DetachedMarks, AreSetOnTheirLetters) {
  EXPECT_EQ(found("garble.extraction", u"Người Viê\u0020\u0323t Nam nói tiê´ng mẹ đẻ, nha` ga mơ´i."),
            "Viê \u0323t→Việt; tiê´ng→tiếng; nha`→nhà; mơ´i→mới");
}

TEST(DetachedMarks, StayWhereTheyAreFewOrMeant) {
  for (const std::u16string_view text : {u"Gõ phím ` để mở, rồi gõ ´ để đóng.", u"Em học ở nha` trẻ.",
                                         u"Lệnh `ls` và `cat` và `more` in ra tệp.", u"´", u"` ` `"}) {
    EXPECT_EQ(found("garble.extraction", text), "") << text::to_utf8(text);
  }
}

}  // namespace
}  // namespace soat::check
