#include <gtest/gtest.h>

#include "../checked.h"
#include "check/rules/garble/cut.h"
#include "check/rules/garble/doubled.h"
#include "check/rules/garble/doubling_table.h"
#include "check/rules/garble/spintax.h"
#include "rule_probe.h"
#include "support/table_file.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::check {
namespace {

TEST(Doubled, FindsWordsAndPhrasesThatStandTwice) {
  const RuleProbe probe(make_garble_doubled);
  EXPECT_EQ(probe(u"Đây là quyền lợi của của người dân."), (std::vector<Seen>{{0, "của của", "của"}}));
  EXPECT_EQ(probe(u"Chúng tôi thực hiện thực hiện nhiệm vụ."),
            (std::vector<Seen>{{0, "thực hiện thực hiện", "thực hiện"}}));
  EXPECT_EQ(probe(u"Các các đơn vị phải báo cáo."), (std::vector<Seen>{{0, "Các các", "Các"}}));
  EXPECT_EQ(probe(u"nơi mà trên địa bàn tỉnh trên địa bàn tỉnh có mưa"),
            (std::vector<Seen>{{0, "trên địa bàn tỉnh trên địa bàn tỉnh", "trên địa bàn tỉnh"}}));
}

TEST(Doubled, KnowsReduplication) {
  const RuleProbe probe(make_garble_doubled);
  for (const std::u16string_view text :
       {u"Trời xanh xanh, gió thổi từ từ.", u"Ngày ngày bà vẫn ra đồng, đời đời nhớ ơn.", u"Họ đi đi lại lại suốt đêm.",
        u"Mưa rơi tí tách tí tách ngoài hiên.", u"Tiến lên từng bước từng bước một.", u"Ha ha ha ha, vui quá!",
        u"Số nhà năm năm, phòng hai hai."}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(Doubled, KnowsPhrasesThatMeetAndNames) {
  const RuleProbe probe(make_garble_doubled);
  for (const std::u16string_view text : {u"Đây là hành vi vi phạm pháp luật.", u"Sở Giáo dục và Đào tạo Hà Nội Hà Nội",
                                         u"Ông về tỉnh Tỉnh ủy mời.", u"Chúng tôi bắt đầu đầu tư vào nhà máy.",
                                         u"khắp nơi, “nhà nhà” đều vui", u"Xin, xin đừng nói của, của ai cả."}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(DoublingTable, SaysWhichLineIsDamaged) {
  const test::TestFolder folder;
  const std::filesystem::path file = test::write_table(folder, "doubling.txt", "doubling", "once\tcủa\ntwice\tcủa\n");
  try {
    DoublingTable::load(file);
    FAIL() << "read";
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find("doubling.txt:4:"), std::string::npos) << error.what();
  }
  EXPECT_THROW(DoublingTable::load(folder / "not-there.txt"), Error);
}

TEST(Spintax, FindsChoices) {
  const RuleProbe probe(make_garble_spintax);
  EXPECT_EQ(probe(u"Đây là {một|vài|nhiều} ví dụ."), (std::vector<Seen>{{0, "{một|vài|nhiều}", "một"}}));
  EXPECT_EQ(probe(u"Đây là {điều {hay|tốt}|việc lạ}."),
            (std::vector<Seen>{{0, "{điều {hay|tốt}|việc lạ}", "điều hay"}}));
  EXPECT_EQ(probe(u"Họ {đi|chạy nhanh về nhà"), (std::vector<Seen>{{0, "{đi|chạy", "đi"}}));
  EXPECT_EQ(probe(u"Họ đi|chạy} nhanh"), (std::vector<Seen>{{0, "đi|chạy}", "đi"}}));
}

TEST(Spintax, LeavesFormulasCodeAndTablesAlone) {
  const RuleProbe probe(make_garble_spintax);
  for (const std::u16string_view text :
       {u"Tập {x | x > 0} và {số nguyên x | x = 2}.", u"Gõ {{Thông tin|tên=Lan}} vào đó.", u"Tên {họ tên} và {ngày}.",
        u"{ a, b, c }", u"Cột một | cột hai | cột ba", u"}|{", u"{|}"}) {
    EXPECT_EQ(probe(text), Nothing());
  }
}

TEST(Cut, JoinsWhatALineEndCut) {
  const RuleProbe probe(make_garble_cut);
  EXPECT_EQ(probe(u"quá trình phát tri- ển kinh tế"), (std::vector<Seen>{{0, "tri- ển", "triển"}}));
  EXPECT_EQ(probe(u"quá trình ngh\niên cứu"), (std::vector<Seen>{{0, "ngh\niên", "nghiên"}}));
  EXPECT_EQ(probe({u"Chúng tôi đang trong quá trình ngh", u"iên cứu và triển khai dự án."}),
            (std::vector<Seen>{{0, "ngh", ""}}));
}

TEST(Cut, LeavesDashesAndListsAlone) {
  const RuleProbe probe(make_garble_cut);
  EXPECT_EQ(probe(u"phát triển kinh tế- xã hội"), Nothing());
  EXPECT_EQ(probe({u"Các nội dung chính gồm có", u"a) xây dựng kế hoạch năm."}), Nothing());
  EXPECT_EQ(probe({u"Chúng tôi đang xây dựng kế", u"hoạch cho năm sau đó."}), Nothing());
}

TEST(Doubled, LeavesCompoundsThatMeetAlone) {
  EXPECT_EQ(found("garble.doubled", u"Các em phát hiện hiện vật cổ, cán bộ bộ đội cùng phụ nữ nữ công đến xem."), "");
  EXPECT_EQ(found("garble.doubled", u"Hội nghị công nhân nhân dịp ngày truyền thống."), "");
  EXPECT_EQ(found("garble.doubled", u"Họ đã thực hiện hiện các việc do do Ban giao."), "hiện hiện→hiện; do do→do");
}

TEST(Cut, JoinsTitlesInCapitals) {
  const RuleProbe probe(make_garble_cut);
  EXPECT_EQ(probe({u"BẢO VỆ NỀN TẢNG TƯ TƯỞ", u"NG CỦA ĐẢNG"}), (std::vector<Seen>{{0, "TƯỞ", ""}}));
  EXPECT_EQ(probe(u"NỀN TẢNG TƯ TƯỞ\nNG CỦA ĐẢNG"), (std::vector<Seen>{{0, "TƯỞ\nNG", "TƯỞNG"}}));
  EXPECT_EQ(probe({u"BAN CHẤP HÀNH", u"TW ĐẢNG"}), Nothing());
  EXPECT_EQ(probe({u"ỦY BAN NHÂN DÂN TỈNH", u"UBND HUYỆN"}), Nothing());
}

}  // namespace
}  // namespace soat::check
