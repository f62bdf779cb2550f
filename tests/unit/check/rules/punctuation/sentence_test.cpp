#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(PunctuationSentence, FindsTwoSentencesWithoutAMarkBetweenThem) {
  const RuleProbe probe("punctuation.sentence");
  EXPECT_EQ(probe(u"Việc này có tính thực tiễn cao Vì thế cần làm ngay."),
            (std::vector<Seen>{{0, "cao Vì", "cao. Vì"}}));
  EXPECT_EQ(probe(u"Đường trong thôn còn xấu Những hộ ở xa đi lại rất khó."),
            (std::vector<Seen>{{0, "xấu Những", "xấu. Những"}}));
}

TEST(PunctuationSentence, FindsWhereTheLanguageModelReadsTwoSentences) {
  const RuleProbe probe("punctuation.sentence", nullptr, Scope::whole, RuleProbe::Run::shipped);
  EXPECT_EQ(probe(u"Nước lũ cuốn trôi cả chiếc xuồng, ông vùng vẫy May mà có người kéo lên kịp."),
            (std::vector<Seen>{{0, "vẫy May", "vẫy. May"}}));
  // A mark may stand close behind.
  EXPECT_EQ(probe(u"Đừng nằm mãi trên giường nếu bạn không thể ngủ được Hãy dậy, đọc vài trang sách."),
            (std::vector<Seen>{{0, "được Hãy", "được. Hãy"}}));
  // Behind a name more must speak for it.
  EXPECT_EQ(probe(u"Hè này em đi thăm thành phố Huế cùng bác Tâm Lần đầu tiên được đi tàu hỏa, em rất vui."),
            (std::vector<Seen>{{0, "Tâm Lần", "Tâm. Lần"}}));
}

TEST(PunctuationSentence, LeavesTermsOfAContractAlone) {
  const RuleProbe probe("punctuation.sentence", nullptr, Scope::whole, RuleProbe::Run::shipped);
  EXPECT_EQ(probe({u"Bên thuê được sử dụng Tài sản thuê từ ngày ký.", u"Bên thuê phải giữ Tài sản thuê như của mình."}),
            Nothing());
}

TEST(PunctuationSentence, LeavesTitlesAndNamesAlone) {
  const RuleProbe probe("punctuation.sentence");
  for (const std::u16string_view text :
       {u"Hôm qua anh Nam nói sẽ về quê vài hôm.", u"Tôi gặp chị Nguyễn Thị Hoa đi chợ về.",
        u"Chúng tôi đã xem phim Nếu anh ra đi từ tuần trước.", u"Quỹ Vì người nghèo của xã đã quyên góp xong.",
        u"Bà con trong xã đều vui mừng. Tuy nhiên đường vẫn còn xấu.", u"Hôm qua ông gặp bà Khi Thị Lan ở chợ.",
        u"Hướng Dẫn Làm Bánh Và Nấu Ăn Cho Người Mới"})
    EXPECT_EQ(probe(text), Nothing());
}

}  // namespace
}  // namespace soat::check
