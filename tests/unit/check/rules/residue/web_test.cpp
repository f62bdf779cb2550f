#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "text/utf.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::u16string_view prose =
    u"Sáng nay, nhà trường tổ chức lễ tổng kết năm học với sự có mặt của đông đảo phụ huynh và các em học sinh.";

constexpr std::u16string_view more = u"Các em đã có một năm học nhiều tiến bộ, nhất là ở các môn khoa học và thể thao.";

std::vector<Seen> line(std::uint32_t paragraph, std::string_view text) {
  return {{paragraph, std::string(text), ""}};
}

TEST(ResidueWeb, FindsWelcomeCountersAndImprint) {
  const RuleProbe probe("residue.web");
  for (const std::u16string_view text :
       {u"Chào mừng bạn đến với website của Trường THCS Sông Xanh", u"Lượt truy cập: 12345", u"Đang truy cập: 12",
        u"Bản quyền thuộc về Trường THCS Sông Xanh", u"© Bản quyền 2021",
        u"Chức năng bình luận bị tắt ở Lễ khai giảng"}) {
    EXPECT_EQ(probe({text, prose}).size(), 1U) << text::to_utf8(text);
  }
  EXPECT_EQ(probe({prose, more, prose, more, prose, u"Chào mừng bạn đến với Đà Lạt, xứ sở ngàn hoa.", prose}),
            Nothing());
}

TEST(ResidueWeb, FindsMenusByWordsInARow) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe({u"Trang chủ", u"Giới thiệu", u"Tin tức", u"Liên hệ", prose}).size(), 4U);
  EXPECT_EQ(probe({u"Giới thiệu", prose, u"Liên hệ", prose}), Nothing());
  // The head of a table.
  EXPECT_EQ(probe({prose, u"Họ và tên", u"Số điện thoại", u"Nội dung", u"Tổng cộng", prose}), Nothing());
}

TEST(ResidueWeb, FindsSourcesBehindTheText) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe({prose, more, u"Nguồn: Báo Sông Xanh"}), line(2, "Nguồn: Báo Sông Xanh"));
  EXPECT_EQ(probe({prose, more, u"Theo Báo Sông Xanh"}), line(2, "Theo Báo Sông Xanh"));
  EXPECT_EQ(probe({prose, more, u"(Tổng hợp)"}), line(2, "(Tổng hợp)"));
  // Under a table or a figure the source is part of the text; sentences are text anyway.
  EXPECT_EQ(probe({prose, more, u"Bảng 3. Số học sinh", u"Nguồn: Báo cáo năm học"}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Theo thầy hiệu trưởng thì không nên."}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Theo thứ tự từ trái sang phải"}), Nothing());
  EXPECT_EQ(probe({prose, u"Từ khóa: trường học, sách", more}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Phụ lục", u"Thôn", u"Số cây", u"1", u"2", u"3", u"4", u"Nguồn: Báo cáo năm học"}),
            Nothing());
  EXPECT_EQ(probe({prose, more, u"Nguồn Dữ liệu Địa chỉ"}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Theo Điều 6 Thông tư 95 có quy định:"}), Nothing());
}

TEST(ResidueWeb, FindsAButtonAtTheEndOfAParagraph) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe(u"Các em đã có một năm học nhiều tiến bộ. Xem thêm"), line(0, "Xem thêm"));
  EXPECT_EQ(probe(u"Các em đã có một năm học nhiều tiến bộ. Mời bạn đọc thêm ở thư viện."), Nothing());
}

TEST(Web, FindsMenusButtonsAndLinks) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe({prose, u"Leave a Reply"}), (std::vector<Seen>{{1, "Leave a Reply", ""}}));
  EXPECT_EQ(probe(u"Xem thêm: Mười cách giữ gìn sức khỏe"),
            (std::vector<Seen>{{0, "Xem thêm: Mười cách giữ gìn sức khỏe", ""}}));
  EXPECT_EQ(probe(u">> Đọc thêm: Mười cách giữ gìn sức khỏe").size(), 1U);
  EXPECT_EQ(probe(u"Trang chủ » Tin tức » Xã hội").size(), 1U);
  EXPECT_EQ(probe(u"Giới thiệu | Liên hệ | Góp ý").size(), 1U);
  EXPECT_EQ(probe(u"Font Size: A- A A+").size(), 1U);
  EXPECT_EQ(probe(u"Your email address will not be published. Required fields are marked *").size(), 1U);
}

TEST(ResidueWeb, FindsNumbersOfReaders) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe({prose, u"Lượt xem: 83", more}), line(1, "Lượt xem: 83"));
  EXPECT_EQ(probe({prose, u"12 bình luận", more}), line(1, "12 bình luận"));
  EXPECT_EQ(probe({prose, u"Bình luận 1", more}), Nothing());
}

TEST(ResidueWeb, FindsListsOfOtherPages) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe({prose, more, u"Món gợi ý", u"Canh cua rau đay", u"45.000đ", u"Cá kho làng Vũ Đại"}).size(), 4U);
  EXPECT_EQ(probe({prose, more, u"Có thể bạn quan tâm", u"Mùa cấy ở đồng trũng", u"Chợ phiên cuối năm"}).size(), 3U);
  // A heading and text of the writer's own.
  EXPECT_EQ(probe({prose, u"Món gợi ý", more}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Món gợi ý", u"- Canh cua rau đay,", u"- cá kho."}), Nothing());
}

TEST(ResidueWeb, FindsLinksBehindArrows) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe({prose, u">> Mùa cấy ở đồng trũng", more}), line(1, ">> Mùa cấy ở đồng trũng"));
  EXPECT_EQ(probe({prose, u">>> print(a)", u"> Ghi chú", more}), Nothing());
}

TEST(ResidueWeb, FindsInvitationsInCompany) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe({prose, u"Theo dõi chúng mình qua Facebook hay RSS", u"Các tin khác"}).size(), 2U);
  EXPECT_EQ(probe({prose, u"Nhiều bạn theo dõi tin qua Facebook", more}), Nothing());
}

TEST(ResidueWeb, FindsRowsOfButtonsAndCounters) {
  const RuleProbe probe("residue.web");
  for (const std::u16string_view row :
       {u"Chia sẻ Facebook Zalo Copy link", u"Like 245 Share 31 Bình luận 18", u"Lượt xem: 327 In trang Gửi email",
        u"Thêm vào giỏ hàng Mua ngay", u"★★★★★ (37 đánh giá của khách hàng) Mô tả Đánh giá",
        u"Trang chủ / Văn bản / Chỉ đạo điều hành"})
    EXPECT_EQ(probe({prose, row, more}), line(1, text::to_utf8(row))) << text::to_utf8(row);
  // Headings of a text, and words that go on.
  for (const std::u16string_view text :
       {u"Giới thiệu sản phẩm", u"Giới Thiệu Dự Án", u"GIỚI THIỆU DỰ ÁN", u"Thông báo tuyển dụng", u"Thông báo Liên hệ",
        u"Bình luận 18 bài thơ", u"Chia sẻ Facebook cho bạn bè."})
    EXPECT_EQ(probe({prose, text, more}), Nothing()) << text::to_utf8(text);
}

TEST(Web, WantsCompanyForWordsThatMayBeHeadings) {
  const RuleProbe probe("residue.web");
  EXPECT_EQ(probe({prose, u"Phản hồi", prose}), Nothing());
  EXPECT_EQ(probe({prose, u"(0) Bình luận", u"Các tin khác"}).size(), 2U);
}

TEST(Web, LeavesProseAlone) {
  const RuleProbe probe("residue.web");
  for (const std::u16string_view text :
       {u"Bạn đọc có thể xem thêm tại thư viện tỉnh.", u"Trang chủ của tờ báo đã đăng tin mới nhất về cơn bão.",
        u"Ảnh: TTXVN", u"Hà Nội | 2020 | Bản in lần thứ nhất", u"Nhiệt độ > 30 độ C",
        u"Kết luận: xem thêm phần phụ lục"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
