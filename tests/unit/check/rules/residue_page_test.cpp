#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "check/rules/residue/line.h"
#include "check/rules/residue/page.h"
#include "check/rules/residue/stray.h"
#include "check/rules/residue/teaser.h"
#include "check/rules/residue/web.h"
#include "rule_probe.h"

namespace soat::check {
namespace {

constexpr std::u16string_view prose =
    u"Sáng nay, nhà trường tổ chức lễ tổng kết năm học với sự có mặt của đông đảo phụ huynh và các em học sinh.";
constexpr std::u16string_view more = u"Các em đã có một năm học nhiều tiến bộ, nhất là ở các môn khoa học và thể thao.";

std::vector<Seen> line(std::uint32_t paragraph, std::string_view text) {
  return {{paragraph, std::string(text), ""}};
}

TEST(ResidueLine, FindsTimeStamps) {
  const RuleProbe probe(make_residue_line);
  for (const std::u16string_view stamp :
       {u"Thứ hai, 25/6/2021 | 10:35 GMT+7", u"25/06/2021 10:35 [GMT+7]", u"Cập nhật lúc 08:15, Chủ Nhật, 3/1/2021",
        u"(GMT+7) 10:35 | 25/6/2021", u"Đăng ngày: 12/03/2019", u"12-03-2019 07:45", u"Hoài An - 25/06/2021 10:35"}) {
    EXPECT_EQ(probe({stamp, prose}), line(0, text::to_utf8(stamp)));
  }
}

TEST(ResidueLine, LeavesDatesOfLettersAndProgrammes) {
  const RuleProbe probe(make_residue_line);
  for (const std::u16string_view text :
       {u"Hà Nội, ngày 25 tháng 6 năm 2021", u"Thời gian: 8h30, ngày 25/6/2021", u"7h30: Đón tiếp đại biểu",
        u"Từ 25/6/2021 đến 30/6/2021", u"Trận đấu diễn ra lúc 20:00 (GMT+7) ngày 5/6/2021 trên sân nhà.", u"2021",
        u"Số: 12/QĐ-UBND", u"Sinh ngày 12/03/2019"}) {
    EXPECT_EQ(probe({text, prose}), Nothing()) << text::to_utf8(text);
  }
}

TEST(ResidueLine, FindsButtonsForTheSizeOfLetters) {
  const RuleProbe probe(make_residue_line);
  for (const std::u16string_view text : {u"A- A A+", u"A+ A-", u"A | A+ | A-", u"[A-] [A] [A+]"}) {
    EXPECT_EQ(probe({prose, text}).size(), 1U) << text::to_utf8(text);
  }
  for (const std::u16string_view text : {u"A", u"A A", u"A-B", u"Hạng A+ và A-"}) {
    EXPECT_EQ(probe({prose, text, more}), Nothing()) << text::to_utf8(text);
  }
}

TEST(ResidueLine, FindsLinesThatAreThereTwice) {
  const RuleProbe probe(make_residue_line);
  EXPECT_EQ(probe({prose, u"Quang cảnh buổi lễ", u"Quang cảnh buổi lễ", more}), line(2, "Quang cảnh buổi lễ"));
  EXPECT_EQ(probe({prose, u"Quang cảnh buổi lễ", u"", u"Quang cảnh buổi lễ", more}), line(3, "Quang cảnh buổi lễ"));
  EXPECT_EQ(probe({prose, u"Quang cảnh buổi lễ", u"Quang cảnh buổi lễ. Ảnh: Hoài An", more}),
            line(1, "Quang cảnh buổi lễ"));
  EXPECT_EQ(probe({prose, u"Cầu Rồng Đà Nẵng Cầu Rồng Đà Nẵng"}), line(1, "Cầu Rồng Đà Nẵng"));
}

TEST(ResidueLine, LeavesTablesSongsAndListsAlone) {
  const RuleProbe probe(make_residue_line);
  EXPECT_EQ(probe({u"Đạt yêu cầu", u"Đạt yêu cầu", u"Không đạt"}), Nothing());
  EXPECT_EQ(probe({u"Này em ơi", u"Này em ơi", u"Về với tôi"}), Nothing());
  EXPECT_EQ(probe({prose, u"- Đúng như thế", u"- Đúng như thế", more}), Nothing());
  EXPECT_EQ(probe({prose, u"Kính gửi:", u"Kính gửi:", more}), Nothing());
  EXPECT_EQ(probe(u"xanh xanh đỏ đỏ"), Nothing());
  EXPECT_EQ(probe(u"Bảo Kim! Bảo Kim!"), Nothing());
}

TEST(ResidueLine, FindsWhatPagesUseInside) {
  const RuleProbe probe(make_residue_line);
  for (const std::u16string_view text : {u"khuyen mai", u"tin-tuc-su-kien", u"hoangnt88"}) {
    EXPECT_EQ(probe({prose, text, more}), line(1, text::to_utf8(text)));
  }
  EXPECT_EQ(probe({prose, u"26", u"Th6", u"Lễ khai giảng"}).size(), 2U);
  EXPECT_EQ(probe(u"Giới thiệu[sửa | sửa mã nguồn]"), line(0, "[sửa | sửa mã nguồn]"));
  EXPECT_EQ(probe(u"Trang này lOMoARcPSD|123456 đã tải về."), line(0, "lOMoARcPSD|123456"));
  for (const std::u16string_view text : {u"The End", u"Hoa Mai", u"Samsung", u"GDP", u"internet"}) {
    EXPECT_EQ(probe({prose, text, more}), Nothing()) << text::to_utf8(text);
  }
}

TEST(ResidueLine, FindsWordsAndNumbersAloneBetweenParagraphs) {
  const RuleProbe probe(make_residue_line);
  EXPECT_EQ(probe({prose, u"Xem", more}), line(1, "Xem"));
  EXPECT_EQ(probe({prose, u"1.543", more}), line(1, "1.543"));
  EXPECT_EQ(probe({u"Th6", u"26", u"Lễ khai giảng", prose}).size(), 2U);
  EXPECT_EQ(probe({prose, u"#truonghoc #sachhay"}), line(1, "#truonghoc #sachhay"));
  EXPECT_EQ(probe({prose, u"#1 và #2", u"Cảm ơn @hoangan"}), Nothing());
  // Numbers of chapters, years, cells of tables, headings.
  EXPECT_EQ(probe({prose, u"2", more, u"3", prose, u"4", more}), Nothing());
  EXPECT_EQ(probe({prose, u"1", more}), Nothing());
  EXPECT_EQ(probe({prose, u"1975", more}), Nothing());
  EXPECT_EQ(probe({u"Xem", prose, u"Tên", u"Số", u"12", u"Ghi chú", more}), Nothing());
  EXPECT_EQ(probe({prose, u"Kết luận", more, u"THƠ", prose}), Nothing());
}

TEST(ResidueLine, FindsInitialsBehindTheText) {
  const RuleProbe probe(make_residue_line);
  EXPECT_EQ(probe({prose, more, u"PV"}), line(2, "PV"));
  EXPECT_EQ(probe({prose, more, u"(TTXVN)"}), line(2, "(TTXVN)"));
  EXPECT_EQ(probe({prose, u"PV", more}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Nguyễn Văn An"}), Nothing());
  // The head of a table.
  EXPECT_EQ(probe({prose, more, u"Số cây", u"STT", u"Thôn", u"Ghi chú"}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Nơi nhận:", u"- Như trên;", u"- Lưu: VT."}), Nothing());
}

TEST(ResidueWeb, FindsWelcomeCountersAndImprint) {
  const RuleProbe probe(make_residue_web);
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
  const RuleProbe probe(make_residue_web);
  EXPECT_EQ(probe({u"Trang chủ", u"Giới thiệu", u"Tin tức", u"Liên hệ", prose}).size(), 4U);
  EXPECT_EQ(probe({u"Giới thiệu", prose, u"Liên hệ", prose}), Nothing());
  // The head of a table.
  EXPECT_EQ(probe({prose, u"Họ và tên", u"Số điện thoại", u"Nội dung", u"Tổng cộng", prose}), Nothing());
}

TEST(ResidueWeb, FindsSourcesBehindTheText) {
  const RuleProbe probe(make_residue_web);
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
  const RuleProbe probe(make_residue_web);
  EXPECT_EQ(probe(u"Các em đã có một năm học nhiều tiến bộ. Xem thêm"), line(0, "Xem thêm"));
  EXPECT_EQ(probe(u"Các em đã có một năm học nhiều tiến bộ. Mời bạn đọc thêm ở thư viện."), Nothing());
}

TEST(ResidueStray, FindsPointsAndPictures) {
  const RuleProbe probe(make_residue_stray);
  for (const std::u16string_view text : {u".", u"•", u"✓", u"\uF0B7", u"\U0001F4DE"}) {
    EXPECT_EQ(probe({prose, text, more}).size(), 1U) << text::to_utf8(text);
  }
  for (const std::u16string_view text : {u"***", u"* * *", u"- - -", u"…", u"..."}) {
    EXPECT_EQ(probe({prose, text, more}), Nothing()) << text::to_utf8(text);
  }
  EXPECT_EQ(probe({u"Tên", u"Số", u"-", u"Ghi chú", u"-"}), Nothing());
}

TEST(ResidueTeaser, FindsBeginningsCutOff) {
  const RuleProbe probe(make_residue_teaser);
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

TEST(ResidueTeaser, LeavesDotsThatAreMeant) {
  const RuleProbe probe(make_residue_teaser);
  for (const std::u16string_view text :
       {u"Chợ bán đủ thứ rau quả, tôm cá, quần áo, giày dép, đồ chơi, bánh kẹo...",
        u"- Em chỉ muốn nói với anh một điều rất nhỏ là...", u"Anh nhìn ra cửa sổ, lặng đi hồi lâu, rồi khẽ thở dài…",
        u"Ông… ông nói với tôi rằng mai này con lớn lên thì sẽ…", u"Tôi tên là … , sinh ngày … tháng … năm …, ở tại…",
        u"Để con còn hỏi lại bà con hàng xóm xem họ có bằng lòng cho...", u"Thôi thế là..."}) {
    EXPECT_EQ(probe({prose, text, more}), Nothing()) << text::to_utf8(text);
  }
}

TEST(PageFoot, BeginsBehindTheLastProse) {
  std::vector<text::Analysis> paragraphs(4);
  text::analyse(prose, paragraphs[0]);
  text::analyse(u"Ảnh", paragraphs[1]);
  text::analyse(prose, paragraphs[2]);
  text::analyse(u"Hết", paragraphs[3]);
  EXPECT_EQ(foot_of(DocumentView{paragraphs}), 3U);
  paragraphs.resize(2);
  EXPECT_EQ(foot_of(DocumentView{paragraphs}), 2U);
}

}  // namespace
}  // namespace soat::check
