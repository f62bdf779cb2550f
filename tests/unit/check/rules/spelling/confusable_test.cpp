#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::string_view spelling = "spelling.confusable";

constexpr std::string_view garble = "garble.known-phrase";

TEST(Confusable, FindsKnownPairsAlone) {
  EXPECT_EQ(found(spelling, u"nỗi tiếng"), "nỗi tiếng→nổi tiếng");
  EXPECT_EQ(found(spelling, u"Anh ấy rất NỖI TIẾNG."), "NỖI TIẾNG→NỔI TIẾNG");
  EXPECT_EQ(found(garble, u"kinh tế - làng mạc hội"), "làng mạc hội→xã hội");
  EXPECT_EQ(found("spelling.confusable", u"Ngày này, ai cũng dùng điện thoại."), "Ngày này→Ngày nay");
  EXPECT_EQ(found("spelling.confusable", u"Cả xóm góp sức. Ngày này, cụ vẫn nhớ."), "");
  EXPECT_EQ(found("spelling.confusable", u"Ngày này, năm trước, lũ về."), "");
  EXPECT_EQ(found(garble, u"Máy này sở hữu thể xay bột cho cả làng."), "sở hữu thể→có thể");
  EXPECT_EQ(found(garble, u"Đó là phong bí quyết sống của bà."), "phong bí quyết→phong cách");
  EXPECT_EQ(found(garble, u"Tình yêu hình mùa vụ năm nay khả quan."), "Tình yêu hình→Tình hình");
  EXPECT_EQ(found(garble, u"Nhà nước làng mạc hội chủ nghĩa."), "làng mạc hội chủ nghĩa→xã hội chủ nghĩa");
}

TEST(Confusable, FindsIdiomsOfEnglishWordForWord) {
  constexpr std::string_view calque = "garble.calque";
  EXPECT_EQ(found(calque, u"Nước sạch chơi một vai trò lớn."), "chơi một vai trò→đóng một vai trò");
  EXPECT_EQ(found(calque, u"Sớm như có thể, hãy gọi cho chúng tôi."), "Sớm như có thể→Càng sớm càng tốt");
  EXPECT_EQ(found(calque, u"Hầu hết của những hộ dân đã có điện."), "Hầu hết của những→Hầu hết những");
  EXPECT_EQ(found(calque, u"Trên mặt khác, giá vé lại tăng."), "Trên mặt khác→Mặt khác");
  EXPECT_EQ(found(calque, u"Bạn cần làm một danh sách những thứ phải mua."), "làm một danh sách→lập danh sách");
  EXPECT_EQ(found(calque, u"Đó là tất cả của chúng tôi; hai bên làm danh sách chung."), "");
  EXPECT_EQ(found(calque, u"Em chơi một ván cờ; hầu hết những hộ ấy có điện."), "");
  EXPECT_EQ(found(calque, u"Trong trò chơi một vai phụ cũng cần người diễn."), "");
}

TEST(Confusable, KeepsTheCapitalOfASentence) {
  EXPECT_EQ(found(spelling, u"Sữa chữa nhà cửa."), "Sữa chữa→Sửa chữa");
}

TEST(Confusable, LeavesAloneWhatIsRightAfterAll) {
  EXPECT_EQ(found(spelling, u"Kẻ gian bị bắt trước khi trốn; việc phân chia sẽ công khai."), "");
  EXPECT_EQ(found(garble, u"Từ các làng mạc hội tụ về đây, cả bốn tưởng là mơ."), "");
  EXPECT_EQ(found(spelling, u"Cô gái ấy, nỗi, tiếng nói; bạn Nguyễn Nỗi Tiếng."), "");
}

TEST(Confusable, LeavesTheBorderOfTwoCompoundsAlone) {
  EXPECT_EQ(found(spelling, u"Hàng có tiềm năng xuất khẩu, dân cư sử dụng nước, hồ sơ xác nhận."), "");
}

TEST(Confusable, PutsTheNormInPlaceOfWhatThePressWrites) {
  EXPECT_EQ(found(spelling, u"Cả lớp đi thăm quan nhà máy."), "thăm quan→tham quan");
  EXPECT_EQ(found(spelling, u"Hai xã được sát nhập từ năm ngoái."), "sát nhập→sáp nhập");
  EXPECT_EQ(found(spelling, u"Vô hình chung, ai cũng nghĩ như vậy."), "Vô hình chung→Vô hình trung");
  EXPECT_EQ(found(spelling, u"CHUẨN ĐOÁN SỚM BỆNH LAO"), "CHUẨN ĐOÁN→CHẨN ĐOÁN");
}

TEST(Confusable, KnowsPhrasesOfEverydayProse) {
  EXPECT_EQ(found(spelling, u"Hai nhóm thanh niên xô sát ở chợ."), "xô sát→xô xát");
  EXPECT_EQ(found(spelling, u"Bà dỗ giành cháu cả buổi."), "dỗ giành→dỗ dành");
  EXPECT_EQ(found(spelling, u"Cửa hàng có uy tính nhất huyện."), "uy tính→uy tín");
  EXPECT_EQ(found(spelling, u"Anh lắm bắt tình hình rất nhanh."), "lắm bắt→nắm bắt");
  EXPECT_EQ(found(spelling, u"Gia đình gìn giữ mọi của cãi."), "của cãi→của cải");
  EXPECT_EQ(found(spelling, u"Quỹ không giám sát việc này; tủ lưu quỹ dữ liệu."), "");
}

TEST(Confusable, KnowsWhatPrintHasToo) {
  EXPECT_EQ(found(spelling, u"Ông cụ bước đi chậm dãi trên con đường làng."), "chậm dãi→chậm rãi");
  EXPECT_EQ(found(spelling, u"Ngôi nhà có nền móng vững trãi."), "vững trãi→vững chãi");
  EXPECT_EQ(found(spelling, u"Có người thậm trí bỏ cả bữa trưa."), "thậm trí→thậm chí");
  EXPECT_EQ(found(spelling, u"Việc ấy đem lại nhiều lợi ít cho bà con."), "lợi ít→lợi ích");
  EXPECT_EQ(found(spelling, u"Người dân vẫn trong chờ mưa."), "trong chờ→trông chờ");
  EXPECT_EQ(found(spelling, u"Phương tiện ít, lại có lợi ít nhất cho người nghèo; bí mật ông giữ đã lâu."), "");
  EXPECT_EQ(found(spelling, u"Họ mưu sinh, còn tổ tiên truyền lại nghề; vì sao khi ấy không ai nói?"), "");
}

TEST(Confusable, KnowsSlipsThatComeBackInCommonWords) {
  EXPECT_EQ(found(spelling, u"Xã đã hộ trợ lúa giống cho các nhà bị lụt."), "hộ trợ→hỗ trợ");
  EXPECT_EQ(found(spelling, u"Lớp đạo tạo nghề mở vào mùa thu."), "đạo tạo→đào tạo");
  EXPECT_EQ(found(spelling, u"Đó là chuyện của thể kỷ trước."), "thể kỷ→thế kỷ");
  EXPECT_EQ(found(spelling, u"Món quà chức mừng năm mới."), "chức mừng→chúc mừng");
  // The same syllables in two other words.
  EXPECT_EQ(found(spelling, u"Tỉnh này có ít cơ sở sản xuất; thủ đô thi nhau trồng hoa; nước biển đổi màu."), "");
}

TEST(Confusable, KeepsWhatStaysAsItIsWritten) {
  EXPECT_EQ(found(spelling, u"Bà luôn trung thuỷ với chồng."), "trung thuỷ→chung thuỷ");
  EXPECT_EQ(found(spelling, u"Cần sử lí rác thải."), "sử lí→xử lí");
}

TEST(Confusable, PutsAToneOnTheWrongLetterRightToo) {
  EXPECT_EQ(found("spelling.confusable", u"Trong gian đọan này, giá cả ổn định."), "gian đọan→giai đoạn");
}

TEST(Confusable, LeavesPhrasesThatOnlyMeet) {
  for (const std::u16string_view text :
       {u"Ông nghiên cứu lịch sử lý luận văn học.", u"Hai tên bị bắt trước khi kịp trốn.",
        u"Mức thuế xuất khẩu không đổi.", u"Tác giả Trần Chân Trọng.",
        u"Nhiều người viết “thăm quan” thay cho “tham quan”.", u"thăm, quan", u"thăm", u""}) {
    EXPECT_EQ(found(spelling, text, Profile::strict), "") << text::to_utf8(text);
  }
}

TEST(KnownRight, KeepsOtherRulesFromDoubting) {
  for (const std::u16string_view text :
       {u"Giêng hai.", u"Gì thế, giếng nào?", u"Anh cười khì khì, thở khò khè, đi lọm khọm, tay ẽo ợt.",
        u"Bà cụ hắng dặng rồi đi quờ quạng ra giặng đường.", u"Ấm nụ vối, lợn sề kêu ồng ộc, nước mắt ầng ậng."}) {
    const std::vector<std::u16string_view> paragraphs = {text};
    EXPECT_TRUE(shipped_checker().check(paragraphs, {Profile::strict, {}}).empty()) << text::to_utf8(text);
  }
}

}  // namespace
}  // namespace soat::check
