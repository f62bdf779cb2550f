#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "text/utf.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

// A sentence with a name in wrong capitals, what is wrong, and what is right.
struct Pair {
  std::u16string_view before;
  std::u16string_view wrong;
  std::u16string_view right;
  std::u16string_view after;
};

// By item of Appendix II of Decree 30/2020/NĐ-CP.
constexpr auto pairs = std::to_array<Pair>({
    // IV: bodies of the Party and the State
    {u"Chiều qua, ", u"Ban thường vụ", u"Ban Thường vụ", u" Huyện ủy nghe báo cáo."},
    {u"", u"Ban thường vụ", u"Ban Thường vụ", u" thống nhất chủ trương này."},
    {u"Ông là ", u"Ủy viên Ban thường vụ", u"Ủy viên Ban Thường vụ", u" từ năm ngoái."},
    {u"Hội nghị ", u"Ban chấp hành", u"Ban Chấp hành", u" họp phiên đầu."},
    {u"Kết luận của ", u"Bộ chính trị", u"Bộ Chính trị", u" được phổ biến rộng rãi."},
    {u"Quyết định của ", u"Ban bí thư", u"Ban Bí thư", u" có hiệu lực ngay."},
    {u"Theo ", u"Ủy ban kiểm tra Tỉnh ủy", u"Ủy ban Kiểm tra Tỉnh ủy", u", việc này đã rõ."},
    {u"Hồ sơ gửi về ", u"Ban Tổ chức tỉnh ủy", u"Ban Tổ chức Tỉnh ủy", u" trước cuối tháng."},
    {u"Bà phụ trách ", u"Ban Dân vận huyện ủy", u"Ban Dân vận Huyện ủy", u"."},
    {u"Đồng chí ", u"Phó Bí thư thường trực Tỉnh ủy", u"Phó Bí thư Thường trực Tỉnh ủy", u" chủ trì."},
    {u"Ông được bầu làm ", u"Phó Bí thư thường trực", u"Phó Bí thư Thường trực", u" khóa mới."},
    {u"Cuộc họp do ", u"Phó Chủ tịch thường trực", u"Phó Chủ tịch Thường trực", u" điều hành."},
    {u"Cán bộ ", u"Mặt trận tổ quốc Việt Nam", u"Mặt trận Tổ quốc Việt Nam", u" đến từng nhà."},
    {u"Lời chúc của ", u"Ủy ban Mặt trận tổ quốc", u"Ủy ban Mặt trận Tổ quốc", u" xã."},
    {u"Điều lệ ", u"Đảng cộng sản Việt Nam", u"Đảng Cộng sản Việt Nam", u" ghi rõ điều đó."},
    {u"Điều lệ ", u"đảng cộng sản việt nam", u"Đảng Cộng sản Việt Nam", u" Ghi rõ."},
    {u"Chính sách của ", u"Đảng và nhà nước", u"Đảng và Nhà nước", u" đi vào cuộc sống."},
    {u"Chị công tác ở ", u"Hội Liên hiệp phụ nữ", u"Hội Liên hiệp Phụ nữ", u" xã."},
    {u"Em vào ", u"Đoàn thanh niên Cộng sản Hồ Chí Minh", u"Đoàn Thanh niên Cộng sản Hồ Chí Minh", u"."},
    {u"Công nhân gửi thư đến ", u"Liên đoàn lao động", u"Liên đoàn Lao động", u" tỉnh."},
    {u"Theo ", u"Sở tài nguyên và môi trường", u"Sở Tài nguyên và Môi trường", u", hồ nước đã sạch."},
    {u"Theo ", u"Sở Tài nguyên và môi trường", u"Sở Tài nguyên và Môi trường", u", hồ nước đã sạch."},
    {u"", u"Sở giáo dục và đào tạo", u"Sở Giáo dục và Đào tạo", u" công bố lịch thi."},
    {u"Thông tư của ", u"Bộ Giáo Dục và Đào Tạo", u"Bộ Giáo dục và Đào tạo", u" mới ban hành."},
    {u"Thông tư của ", u"Bộ Giáo Dục Và Đào Tạo", u"Bộ Giáo dục và Đào tạo", u" mới ban hành trong tuần này."},
    {u"Cán bộ của ", u"Sở lao động - thương binh và xã hội", u"Sở Lao động - Thương binh và Xã hội", u" có mặt."},
    {u"Cán bộ của ", u"Bộ Văn hóa, thể thao và du lịch", u"Bộ Văn hóa, Thể thao và Du lịch", u" có mặt."},
    {u"Đề án do ", u"Bộ Nông nghiệp và môi trường", u"Bộ Nông nghiệp và Môi trường", u" soạn."},
    {u"Bà về ", u"Sở nội vụ", u"Sở Nội vụ", u" từ năm 2019."},
    {u"Tàu của ", u"Bộ quốc phòng", u"Bộ Quốc phòng", u" cập cảng."},
    {u"Anh làm ở ", u"Phòng tài chính - kế hoạch", u"Phòng Tài chính - Kế hoạch", u" huyện."},
    {u"Hàng giả bị ", u"Chi cục quản lý thị trường", u"Chi cục Quản lý thị trường", u" thu giữ."},
    {u"Theo ", u"Tổng cục thống kê", u"Tổng cục Thống kê", u", giá gạo tăng nhẹ."},
    {u"Vốn vay của ", u"Ngân hàng nhà nước", u"Ngân hàng Nhà nước", u" được giải ngân."},
    {u"Quyết định của ", u"Thủ tướng chính phủ", u"Thủ tướng Chính phủ", u" ký hôm qua."},
    {u"Chương trình do ", u"Đài truyền hình Việt Nam", u"Đài Truyền hình Việt Nam", u" thực hiện."},
    {u"Con tàu do ", u"Bộ đội biên phòng", u"Bộ đội Biên phòng", u" kéo vào bờ."},
    {u"Ông về ", u"Bộ Tổng tham mưu", u"Bộ Tổng Tham mưu", u" năm 1970."},
    {u"Cháu nằm ở ", u"Bệnh viện bạch mai", u"Bệnh viện Bạch Mai", u" hai tuần."},
    // III: places
    {u"Bà con tỉnh ", u"Quảng nam", u"Quảng Nam", u" vào vụ mới."},
    {u"Đoàn đi từ ", u"Hà nội", u"Hà Nội", u" lúc sáng sớm."},
    {u"Họ sống ở ", u"đà nẵng", u"Đà Nẵng", u" và Huế."},
    {u"Người ", u"Việt nam", u"Việt Nam", u" thích ăn cơm."},
    {u"Người dân tỉnh ", u"Hòa bình", u"Hòa Bình", u" trồng mía."},
    {u"Con đường qua huyện ", u"Gia lâm", u"Gia Lâm", u" đã xong."},
    {u"Anh sống ở thành phố ", u"Hồ Chí minh", u"Hồ Chí Minh", u" mười năm."},
    {u"Họ dọn về TP. ", u"HỒ CHÍ Minh", u"Hồ Chí Minh", u" mùa hè này."},
    {u"Cà phê ", u"Tây nguyên", u"Tây Nguyên", u" được mùa."},
    {u"Xuất khẩu sang ", u"châu âu", u"châu Âu", u" giảm nhẹ trong tháng Ba."},
    {u"Tàu vượt ", u"Thái bình dương", u"Thái Bình Dương", u" trong hai tháng."},
    {u"Chúng tôi thăm ", u"thủ đô Hà nội", u"thủ đô Hà Nội", u" lần đầu."},
    // V.2: orders and titles
    {u"Đơn vị được tặng ", u"Huân chương lao động", u"Huân chương Lao động", u" hạng Ba."},
    {u"Ông nhận ", u"Huân chương độc lập", u"Huân chương Độc lập", u" hạng Nhì."},
    // V.4
    {u"Lời dạy của ", u"Chủ tịch Hồ chí Minh", u"Chủ tịch Hồ Chí Minh", u" còn vang mãi."},
    // V.5, V.7: days
    {u"Cả nhà sum họp dịp ", u"Tết nguyên đán", u"Tết Nguyên đán", u" vừa rồi."},
    {u"Cả nhà sum họp dịp ", u"Tết Nguyên Đán", u"Tết Nguyên đán", u" vừa rồi."},
    {u"Trẻ em đón ", u"Tết trung thu", u"Tết Trung thu", u" trong niềm vui."},
    {u"Trường kỷ niệm ", u"Ngày nhà giáo Việt Nam", u"Ngày Nhà giáo Việt Nam", u" ấm cúng."},
    // V.6: laws
    {u"Điều này trái với ", u"Luật đất đai", u"Luật Đất đai", u" hiện hành."},
    {u"Điều 5 ", u"Bộ luật dân sự", u"Bộ luật Dân sự", u" quy định về tập quán."},
    {u"Theo ", u"Luật hôn nhân và gia đình", u"Luật Hôn nhân và gia đình", u", hai bên bình đẳng."},
    {u"Quốc hội sửa ", u"Luật bảo vệ môi trường", u"Luật Bảo vệ môi trường", u" trong kỳ này."},
    {u"Bài giảng về ", u"Luật phòng, chống tham nhũng", u"Luật Phòng, chống tham nhũng", u"."},
    // In small letters throughout, which edited texts hardly have.
    {u"Ông Lâm mang đơn lên ", u"ủy ban nhân dân", u"Ủy ban nhân dân", u" xã Hòa Lạc."},
    {u"Trạm của chị Hà làm theo hướng dẫn của ", u"bộ y tế", u"Bộ Y tế", u"."},
    {u"Việc này do ", u"đảng ủy", u"Đảng ủy", u" xã Hòa Lạc chỉ đạo."},
    {u"Đội của anh Minh thuộc ", u"Công An tỉnh", u"Công an tỉnh", u"."},
    // V.8: events
    {u"Nhà trưng bày về ", u"Chiến dịch Điện Biên phủ", u"Chiến dịch Điện Biên Phủ", u" mở cửa."},
    {u"Những năm sau ", u"Cách mạng tháng tám", u"Cách mạng tháng Tám", u" thật gian khó."},
});

TEST(CapitalisationName, MendsWrongAndLeavesRight) {
  const RuleProbe probe("capitalisation.name");
  for (const Pair& pair : pairs) {
    const auto sentence = [&pair](std::u16string_view name) {
      return std::u16string(pair.before) + std::u16string(name) + std::u16string(pair.after);
    };
    EXPECT_EQ(probe(sentence(pair.wrong)),
              (std::vector<Seen>{{0, text::to_utf8(pair.wrong), text::to_utf8(pair.right)}}));
    // The anchor of the data: what is right has nothing to be said of.
    if (pair.after.find(u"Ghi") == std::u16string_view::npos) {
      EXPECT_EQ(probe(sentence(pair.right)), Nothing());
    }
  }
}

TEST(CapitalisationName, LeavesOtherWordsAlone) {
  const RuleProbe probe("capitalisation.name");
  for (const std::u16string_view text :
       {// generic
        u"Hà Nội yêu cầu các sở, ban, ngành vào cuộc.", u"Đó là sở thích của bà Lan.",
        u"Cán bộ y tế và cán bộ nội vụ đều có mặt ở xã Hòa.", u"Ông Tuấn là cán bộ y tế lâu năm.",
        u"Luật ghi rõ việc của các ủy ban nhân dân, theo ông Tuấn.", u"Ngành luật đất đai rất khó, theo ông Tuấn.",
        u"Việc này do ban thường vụ các cấp quyết định, ông Nam nói.", u"Bộ máy phải gọn. Bộ phận nào thừa thì bỏ.",
        u"Phòng giáo dục của nhà trường rất rộng.", u"Bộ bàn ghế này làm bằng gỗ lim.",
        u"Chính phủ Mỹ và quốc hội Anh đều phản đối.", u"Luật chơi rất đơn giản.", u"Luật giá trị chi phối thị trường.",
        u"Ông Nam nói xã hội cần hòa bình.", u"Cuộc trường chinh của Tập đoàn còn dài.",
        // words that meet
        u"Hưng yên tâm ra về.", u"Anh Lâm đồng ý ngay.", u"Anh Ninh bình tĩnh lại.", u"Hội an ninh mạng ra đời.",
        u"Tháp này cao bằng ba tòa nhà của Hùng.", u"Chị Trà vinh dự được mời.", u"Tương lai châu Á rất sáng.",
        u"Từ phía đông Hà Nội trông sang.", u"Nó nhớ ba vì ba đi Lào.", u"Ly trà có hương vị thanh khiết, bà Tư bảo.",
        u"Xe dừng ở vùng biên giới phía tây Ninh Bình.",
        // headings and titles
        u"BAN THƯỜNG VỤ HUYỆN ỦY HỌP PHIÊN THƯỜNG KỲ", u"SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG TP. HỒ CHÍ MINH",
        u"Sổ Tay Nghiệp Vụ Của Bộ Giáo Dục Và Đào Tạo",
        // no capitals at all: verse, messages
        u"em về thăm việt nam quê mình", u"hà nội mùa này vắng những cơn mưa",
        // streets have names of their own
        u"Nhà ở đường Cách Mạng Tháng Tám đã bán.", u"Ông Vũ Quốc Hội đã về.",
        // by the body's own writing
        u"Ủy ban thường vụ Quốc hội và Ủy ban Thường vụ Quốc hội"}) {
    EXPECT_EQ(probe(text), Nothing()) << text::to_utf8(text);
  }
}

TEST(CapitalisationName, IsSureInNormalAndDoubtsInStrict) {
  constexpr std::string_view rule = "capitalisation.name";
  EXPECT_EQ(found(rule, u"Theo Luật đất đai thì được."), "Luật đất đai→Luật Đất đai");
  EXPECT_EQ(found(rule, u"Theo luật Đất đai thì được."), "");
  EXPECT_EQ(found(rule, u"Theo luật Đất đai thì được.", Profile::strict), "luật Đất đai→Luật Đất đai");
  // As it was proclaimed.
  EXPECT_EQ(found(rule, u"Căn cứ Luật công chứng ngày 20 tháng 6 năm 2014;"), "");
  EXPECT_EQ(found(rule, u"Thông tư này áp dụng theo quy định của Luật công chứng."), "");
  EXPECT_EQ(found(rule, u"Bài này nói về quy định của Luật công chứng."), "Luật công chứng→Luật Công chứng");
  // Generic, though with a capital.
  EXPECT_EQ(found(rule, u"Ông kêu gọi các Sở tài chính vào cuộc."), "");
}

TEST(CapitalisationName, KeepsTheAuthorsTones) {
  EXPECT_EQ(RuleProbe("capitalisation.name")(u"Ông về Sở văn hoá - thể thao và du lịch từ đó."),
            (std::vector<Seen>{{0, "Sở văn hoá - thể thao và du lịch", "Sở Văn hoá - Thể thao và Du lịch"}}));
}

}  // namespace
}  // namespace soat::check
