#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "check/rules/residue/page.h"
#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::u16string_view prose =
    u"Sáng nay, nhà trường tổ chức lễ tổng kết năm học với sự có mặt của đông đảo phụ huynh và các em học sinh.";

constexpr std::u16string_view more = u"Các em đã có một năm học nhiều tiến bộ, nhất là ở các môn khoa học và thể thao.";

std::vector<Seen> line(std::uint32_t paragraph, std::string_view text) {
  return {{paragraph, std::string(text), ""}};
}

TEST(ResidueLine, FindsStampsThatSayDayOfPublishing) {
  const RuleProbe probe("residue.line");
  EXPECT_EQ(probe(u"Ngày đăng: 25/06/2021"), (std::vector<Seen>{{0, "Ngày đăng: 25/06/2021", ""}}));
  EXPECT_EQ(probe(u"Ngày sinh: 25/06/2001"), Nothing());
}

TEST(ResidueLine, FindsTimeStamps) {
  const RuleProbe probe("residue.line");
  for (const std::u16string_view stamp :
       {u"Thứ hai, 25/6/2021 | 10:35 GMT+7", u"25/06/2021 10:35 [GMT+7]", u"Cập nhật lúc 08:15, Chủ Nhật, 3/1/2021",
        u"(GMT+7) 10:35 | 25/6/2021", u"Đăng ngày: 12/03/2019", u"12-03-2019 07:45", u"Hoài An - 25/06/2021 10:35"}) {
    EXPECT_EQ(probe({stamp, prose}), line(0, text::to_utf8(stamp)));
  }
}

TEST(ResidueLine, LeavesDatesOfLettersAndProgrammes) {
  const RuleProbe probe("residue.line");
  for (const std::u16string_view text :
       {u"Hà Nội, ngày 25 tháng 6 năm 2021", u"Thời gian: 8h30, ngày 25/6/2021", u"7h30: Đón tiếp đại biểu",
        u"Từ 25/6/2021 đến 30/6/2021", u"Trận đấu diễn ra lúc 20:00 (GMT+7) ngày 5/6/2021 trên sân nhà.", u"2021",
        u"Số: 12/QĐ-UBND", u"Sinh ngày 12/03/2019"}) {
    EXPECT_EQ(probe({text, prose}), Nothing()) << text::to_utf8(text);
  }
}

TEST(ResidueLine, FindsButtonsForTheSizeOfLetters) {
  const RuleProbe probe("residue.line");
  for (const std::u16string_view text : {u"A- A A+", u"A+ A-", u"A | A+ | A-", u"[A-] [A] [A+]"}) {
    EXPECT_EQ(probe({prose, text}).size(), 1U) << text::to_utf8(text);
  }
  for (const std::u16string_view text : {u"A", u"A A", u"A-B", u"Hạng A+ và A-"}) {
    EXPECT_EQ(probe({prose, text, more}), Nothing()) << text::to_utf8(text);
  }
}

TEST(ResidueLine, FindsLinesThatAreThereTwice) {
  const RuleProbe probe("residue.line");
  EXPECT_EQ(probe({prose, u"Quang cảnh buổi lễ", u"Quang cảnh buổi lễ", more}), line(2, "Quang cảnh buổi lễ"));
  EXPECT_EQ(probe({prose, u"Quang cảnh buổi lễ", u"", u"Quang cảnh buổi lễ", more}), line(3, "Quang cảnh buổi lễ"));
  EXPECT_EQ(probe({prose, u"Quang cảnh buổi lễ", u"Quang cảnh buổi lễ. Ảnh: Hoài An", more}),
            line(1, "Quang cảnh buổi lễ"));
  EXPECT_EQ(probe({prose, u"Cầu Rồng Đà Nẵng Cầu Rồng Đà Nẵng"}), line(1, "Cầu Rồng Đà Nẵng"));
}

TEST(ResidueLine, LeavesTablesSongsAndListsAlone) {
  const RuleProbe probe("residue.line");
  EXPECT_EQ(probe({u"Đạt yêu cầu", u"Đạt yêu cầu", u"Không đạt"}), Nothing());
  EXPECT_EQ(probe({u"Này em ơi", u"Này em ơi", u"Về với tôi"}), Nothing());
  EXPECT_EQ(probe({prose, u"- Đúng như thế", u"- Đúng như thế", more}), Nothing());
  EXPECT_EQ(probe({prose, u"Kính gửi:", u"Kính gửi:", more}), Nothing());
  EXPECT_EQ(probe(u"xanh xanh đỏ đỏ"), Nothing());
  EXPECT_EQ(probe(u"Bảo Kim! Bảo Kim!"), Nothing());
}

TEST(ResidueLine, FindsWhatPagesUseInside) {
  const RuleProbe probe("residue.line");
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
  const RuleProbe probe("residue.line");
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
  const RuleProbe probe("residue.line");
  EXPECT_EQ(probe({prose, more, u"PV"}), line(2, "PV"));
  EXPECT_EQ(probe({prose, more, u"(TTXVN)"}), line(2, "(TTXVN)"));
  EXPECT_EQ(probe({prose, u"PV", more}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Nguyễn Văn An"}), Nothing());
  // The head of a table.
  EXPECT_EQ(probe({prose, more, u"Số cây", u"STT", u"Thôn", u"Ghi chú"}), Nothing());
  EXPECT_EQ(probe({prose, more, u"Nơi nhận:", u"- Như trên;", u"- Lưu: VT."}), Nothing());
}

}  // namespace
}  // namespace soat::check
