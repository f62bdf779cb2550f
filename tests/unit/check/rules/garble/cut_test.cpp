#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Cut, JoinsWhatALineEndCut) {
  const RuleProbe probe("garble.cut");
  EXPECT_EQ(probe(u"quá trình phát tri- ển kinh tế"), (std::vector<Seen>{{0, "tri- ển", "triển"}}));
  EXPECT_EQ(probe(u"quá trình ngh\niên cứu"), (std::vector<Seen>{{0, "ngh\niên", "nghiên"}}));
  EXPECT_EQ(probe({u"Chúng tôi đang trong quá trình ngh", u"iên cứu và triển khai dự án."}),
            (std::vector<Seen>{{0, "ngh", ""}}));
}

TEST(Cut, LeavesDashesAndListsAlone) {
  const RuleProbe probe("garble.cut");
  EXPECT_EQ(probe(u"phát triển kinh tế- xã hội"), Nothing());
  EXPECT_EQ(probe({u"Các nội dung chính gồm có", u"a) xây dựng kế hoạch năm."}), Nothing());
  EXPECT_EQ(probe({u"Chúng tôi đang xây dựng kế", u"hoạch cho năm sau đó."}), Nothing());
}

TEST(Cut, JoinsTitlesInCapitals) {
  const RuleProbe probe("garble.cut");
  EXPECT_EQ(probe({u"BẢO VỆ NỀN TẢNG TƯ TƯỞ", u"NG CỦA ĐẢNG"}), (std::vector<Seen>{{0, "TƯỞ", ""}}));
  EXPECT_EQ(probe(u"NỀN TẢNG TƯ TƯỞ\nNG CỦA ĐẢNG"), (std::vector<Seen>{{0, "TƯỞ\nNG", "TƯỞNG"}}));
  EXPECT_EQ(probe({u"BAN CHẤP HÀNH", u"TW ĐẢNG"}), Nothing());
  EXPECT_EQ(probe({u"ỦY BAN NHÂN DÂN TỈNH", u"UBND HUYỆN"}), Nothing());
}

TEST(Cut, AsksTheWordsBesideAboutTitlesInCapitals) {
  struct Title {
    std::u16string_view first;
    std::u16string_view second;
    std::string_view piece;
  };
  const RuleProbe probe("garble.cut", nullptr, Scope::whole, RuleProbe::Run::shipped);
  for (const auto& [first, second, piece] : {
           Title{u"NỀN TẢ", u"NG TƯ TƯỞNG", "TẢ"},
           Title{u"TRUNG ƯƠ", u"NG ĐẢNG", "ƯƠ"},
           Title{u"ĐẢNG BỘ TỈ", u"NH", "TỈ"},
           Title{u"PHÁT TRIỂN KINH T", u"Ế XÃ HỘI", "T"},
           Title{u"CÔNG T", u"ÁC", "T"},
           Title{u"THÔNG T", u"IN", "T"},
           Title{u"CHÍNH QUYỀ", u"N", "QUYỀ"},
           Title{u"CHỈ ĐẠ", u"O", "ĐẠ"},
           Title{u"BẢO VỆ Đ", u"ẢNG TA", "Đ"},
           Title{u"NHIỆM V", u"Ụ TRỌNG TÂM", "V"},
           Title{u"ĐỀ XU", u"ẤT SÁNG KIẾN", "XU"},
           Title{u"KHU V", u"ỰC PHÍA NAM", "V"},
           Title{u"BAN TỔ C", u"HỨC CÁN BỘ", "C"},
           Title{u"VỀ VIỆC B", u"AN HÀNH QUY CHẾ", "B"},
       }) {
    EXPECT_EQ(probe({first, second}), (std::vector<Seen>{{0, std::string(piece), ""}}));
    EXPECT_EQ(shipped_checker().check(std::vector{first, second}, {Profile::strict, {}}).size(), 1U)
        << "the pieces are no misspellings of their own: " << piece;
  }
  EXPECT_EQ(probe(u"XÂY DỰNG KINH T\nẾ XÃ HỘI"), (std::vector<Seen>{{0, "T\nẾ", "TẾ"}}));
  for (const auto& [first, second, piece] : {
           Title{u"ĐẢNG BỘ TỈNH", u"NGHỆ AN", ""},
           Title{u"ỦY BAN NHÂN DÂN", u"XÃ AN BÌNH", ""},
           Title{u"BÁO CÁO", u"Ý KIẾN", ""},
           Title{u"KẾ HOẠCH SỐ", u"A NĂM 2020", ""},
           Title{u"LÊ THỊ", u"ÁNH", ""},
           Title{u"NGUYỄN VĂN T", u"ÁNH", ""},
           Title{u"PHỤ LỤC I", u"N", ""},
           Title{u"BÁO CÁO TỔNG KẾT THI", u"ÂM NHẠC", ""},
           Title{u"LỚP B", u"ÁN HÀNG CHUYÊN NGHIỆP", ""},
           Title{u"PHỤ LỤC C", u"ÁC BẢNG BIỂU", ""},
           Title{u"KÝ TÚC XÁ B", u"AN QUẢN LÝ", ""},
           Title{u"TÒA A", u"N NINH MẠNG", ""},
           Title{u"NGUYỄN VĂN B", u"ÁO CÁO TỔNG KẾT", ""},
       }) {
    EXPECT_EQ(probe({first, second}), Nothing());
  }
}

}  // namespace
}  // namespace soat::check
