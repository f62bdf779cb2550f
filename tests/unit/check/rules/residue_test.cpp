#include <gtest/gtest.h>

#include "check/rules/residue/markup.h"
#include "check/rules/residue/phrases.h"
#include "check/rules/residue/repeated.h"
#include "check/rules/residue/stray.h"
#include "check/rules/residue/web.h"
#include "check/rules/style/tone.h"
#include "rule_probe.h"
#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::check {
namespace {

constexpr std::u16string_view prose = u"Sáng nay lãnh đạo tỉnh đã đến thăm và làm việc với bà con vùng lũ.";

TEST(Web, FindsMenusButtonsAndLinks) {
  const RuleProbe probe(make_residue_web);
  EXPECT_EQ(probe({prose, u"Leave a Reply"}), (std::vector<Seen>{{1, "Leave a Reply", ""}}));
  EXPECT_EQ(probe(u"Xem thêm: Mười cách giữ gìn sức khỏe"),
            (std::vector<Seen>{{0, "Xem thêm: Mười cách giữ gìn sức khỏe", ""}}));
  EXPECT_EQ(probe(u">> Đọc thêm: Mười cách giữ gìn sức khỏe").size(), 1U);
  EXPECT_EQ(probe(u"Trang chủ » Tin tức » Xã hội").size(), 1U);
  EXPECT_EQ(probe(u"Giới thiệu | Liên hệ | Góp ý").size(), 1U);
  EXPECT_EQ(probe(u"Font Size: A- A A+").size(), 1U);
  EXPECT_EQ(probe(u"Your email address will not be published. Required fields are marked *").size(), 1U);
}

TEST(Web, WantsCompanyForWordsThatMayBeHeadings) {
  const RuleProbe probe(make_residue_web);
  EXPECT_EQ(probe({prose, u"Phản hồi", prose}), Nothing());
  EXPECT_EQ(probe({prose, u"(0) Bình luận", u"Các tin khác"}).size(), 2U);
}

TEST(Web, LeavesProseAlone) {
  const RuleProbe probe(make_residue_web);
  for (const std::u16string_view text :
       {u"Bạn đọc có thể xem thêm tại thư viện tỉnh.", u"Trang chủ của tờ báo đã đăng tin mới nhất về cơn bão.",
        u"Ảnh: TTXVN", u"Hà Nội | 2020 | Bản in lần thứ nhất", u"Nhiệt độ > 30 độ C",
        u"Kết luận: xem thêm phần phụ lục"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(ResiduePhrases, SaysWhichLineIsDamaged) {
  const test::TestFolder folder;
  const std::filesystem::path file =
      test::write_table(folder, "web-residue.txt", "residue", "line\txem thêm\nline\t12\n");
  try {
    ResiduePhrases::load(file);
    FAIL() << "read";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("web-residue.txt:4:"), std::string::npos) << error.what();
  }
}

TEST(Markup, FindsEntitiesTagsAndShortCodes) {
  const RuleProbe probe(make_residue_markup);
  EXPECT_EQ(probe(u"Hà&nbsp;Nội"), (std::vector<Seen>{{0, "&nbsp;", " "}}));
  EXPECT_EQ(probe(u"Anh &#8220;Ba&#x201D;"), (std::vector<Seen>{{0, "&#8220;", "“"}, {0, "&#x201D;", "”"}}));
  EXPECT_EQ(probe(u"Một dòng<br/>và <a href=\"x\">liên kết</a>").size(), 3U);
  EXPECT_EQ(probe(u"[caption id=\"attachment_12\" width=\"600\"]Ảnh[/caption]").size(), 2U);
}

TEST(Markup, LeavesSignsAlone) {
  const RuleProbe probe(make_residue_markup);
  for (const std::u16string_view text :
       {u"R&D; AT&T", u"nếu a<b và c>d", u"[video] chèn ở đây [1] [2]", u"x < y, <Tên>, &c;", u"&#; <"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(StrayLine, FindsBulletsInitialsAndPageNumbers) {
  const RuleProbe probe(make_residue_stray);
  EXPECT_EQ(probe({prose, u"*", prose}), (std::vector<Seen>{{1, "*", ""}}));
  EXPECT_EQ(probe({prose, u"nth", prose}), (std::vector<Seen>{{1, "nth", ""}}));
  EXPECT_EQ(probe({u"Sáng nay lãnh đạo tỉnh đã đến thăm và làm việc với bà", u"12",
                   u"con vùng lũ ở huyện xa nhất của tỉnh vào lúc trời còn mưa."}),
            (std::vector<Seen>{{1, "12", ""}}));
}

TEST(StrayLine, LeavesTablesAndDividersAlone) {
  const RuleProbe probe(make_residue_stray);
  EXPECT_EQ(probe({u"Tên", u"x", u"Số", u"kg", u"12", prose}), Nothing());
  EXPECT_EQ(probe({prose, u"***", prose, u"12", prose, u"kg", prose}), Nothing());
}

TEST(RepeatedLine, FindsACaptionThatStandsTwice) {
  const RuleProbe probe(make_residue_repeated);
  EXPECT_EQ(probe({u"Đoàn công tác của tỉnh thăm hỏi bà con vùng lũ", u"Lời dẫn.",
                   u"Đoàn công tác tỉnh thăm hỏi bà con ở vùng lũ."}),
            (std::vector<Seen>{{2, "Đoàn công tác tỉnh thăm hỏi bà con ở vùng lũ.", ""}}));
}

TEST(RepeatedLine, LeavesListsRefrainsAndOtherCaptionsAlone) {
  const RuleProbe probe(make_residue_repeated);
  EXPECT_EQ(probe({u"a) Phạt tiền từ một triệu đến hai triệu đồng khi vi phạm",
                   u"a) Phạt tiền từ một triệu đến hai triệu đồng khi vi phạm"}),
            Nothing());
  EXPECT_EQ(probe({u"Quê hương là chùm khế ngọt", u"Quê hương là chùm khế ngọt"}), Nothing());
  EXPECT_EQ(
      probe({u"Đoàn công tác của tỉnh thăm hỏi bà con vùng lũ", u"Đoàn công tác của tỉnh thăm hỏi bà con vùng hạn"}),
      Nothing());
}

TEST(ToneStyle, FindsTheMinority) {
  const RuleProbe probe(make_style_tone);
  EXPECT_EQ(probe({u"Cả nhà hòa thuận, khỏe mạnh.", u"Thủy triều lên, hoà bình đến, tòa nhà mọc."}),
            (std::vector<Seen>{{1, "hoà", "hòa"}}));
  EXPECT_EQ(probe({u"hoà khoẻ thuỷ TÒA"}), (std::vector<Seen>{{0, "TÒA", "TOÀ"}}));
}

TEST(ToneStyle, WantsAClearMajority) {
  const RuleProbe probe(make_style_tone);
  EXPECT_EQ(probe({u"hòa thuận, khoẻ mạnh, tòa nhà, thuỷ triều"}), Nothing());
  EXPECT_EQ(probe({u"hòa bình, toán, quý, quả, hoàn toàn, khoẻ"}), Nothing());
}

}  // namespace
}  // namespace soat::check
