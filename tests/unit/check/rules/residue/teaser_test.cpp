#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::u16string_view prose =
    u"Sáng nay, nhà trường tổ chức lễ tổng kết năm học với sự có mặt của đông đảo phụ huynh và các em học sinh.";

constexpr std::u16string_view more = u"Các em đã có một năm học nhiều tiến bộ, nhất là ở các môn khoa học và thể thao.";

std::vector<Seen> line(std::uint32_t paragraph, std::string_view text) {
  return {{paragraph, std::string(text), ""}};
}

TEST(ResidueTeaser, FindsBeginningsCutOff) {
  const RuleProbe probe("residue.teaser");
  constexpr std::u16string_view open = u"Ngày hội đọc sách đã khép lại, để lại nhiều kỷ niệm đẹp cho học sinh của...";
  EXPECT_EQ(probe({prose, open, more}), line(1, text::to_utf8(open)));
  EXPECT_EQ(probe({u"Sáng nay, nhà trường tổ chức lễ tổng kết năm học…", prose}).size(), 1U);
  EXPECT_EQ(probe({u"Ngày hội đọc sách đã khép lại, để lại nhiều kỷ niệm đẹp [...]", prose}).size(), 1U);
  EXPECT_EQ(
      probe({prose, more, prose, u"Lễ khai giảng", u"Năm học mới bắt đầu trong niềm vui của thầy và trò toàn trường...",
             u"Ngày hội đọc sách", u"Các em mang đến những cuốn sách hay nhất để trao đổi..."})
          .size(),
      2U);
}

TEST(ResidueTeaser, FindsALeadThatStandsAgain) {
  const RuleProbe probe("residue.teaser");
  constexpr std::u16string_view lead =
      u"Sáng nay, nhà trường tổ chức lễ tổng kết, có đông đủ các thầy, các cô,\u00A0...";
  EXPECT_EQ(probe({lead, u"Lễ tổng kết",
                   u"Sáng nay, nhà trường tổ chức lễ tổng kết, có đông đủ các thầy, các cô, phụ huynh "
                   u"và các em học sinh của cả ba khối lớp."}),
            line(0, text::to_utf8(lead)));
  constexpr std::u16string_view cut = u"Nhà trường tổ chức lễ tổng kết năm học với sự có mặt của đông đảo ...";
  EXPECT_EQ(probe({cut, prose}), line(0, text::to_utf8(cut)));
  EXPECT_EQ(probe({prose, u"Năm học mới bắt đầu trong niềm vui của thầy và trò toàn trường ..."}), Nothing());
}

TEST(ResidueTeaser, FindsACutBehindTheLastItem) {
  const RuleProbe probe("residue.teaser");
  constexpr std::u16string_view cut = u"Dự lễ có thầy hiệu trưởng, các thầy cô, đại diện hội phụ huynh và các em, ...";
  EXPECT_EQ(probe({prose, cut, more}), line(1, text::to_utf8(cut)));
  EXPECT_EQ(probe({prose, u"Các em mang đến sách vở, bút mực, quần áo, giày dép và đồ chơi, bánh, kẹo, ...", more}),
            Nothing());
}

TEST(ResidueTeaser, LeavesDotsThatAreMeant) {
  const RuleProbe probe("residue.teaser");
  for (const std::u16string_view text :
       {u"Chợ bán đủ thứ rau quả, tôm cá, quần áo, giày dép, đồ chơi, bánh kẹo...",
        u"- Em chỉ muốn nói với anh một điều rất nhỏ là...", u"Anh nhìn ra cửa sổ, lặng đi hồi lâu, rồi khẽ thở dài…",
        u"Ông… ông nói với tôi rằng mai này con lớn lên thì sẽ…", u"Tôi tên là … , sinh ngày … tháng … năm …, ở tại…",
        u"Để con còn hỏi lại bà con hàng xóm xem họ có bằng lòng cho...", u"Thôi thế là..."}) {
    EXPECT_EQ(probe({prose, text, more}), Nothing()) << text::to_utf8(text);
  }
}

}  // namespace
}  // namespace soat::check
