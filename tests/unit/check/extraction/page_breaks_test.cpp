#include <gtest/gtest.h>

#include <string>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

// Paragraph and suggestion of each finding.
std::string found_in(std::u16string_view text) {
  std::string out;
  for (const Finding& finding : findings_of("garble.extraction", text)) {
    if (!out.empty()) out += "; ";
    out += std::to_string(finding.paragraph) + "→" + text::to_utf8(finding.suggestions.front());
  }
  return out;
}

TEST(PageBreaks, FindsNumbersThatInterruptSentences) {
  EXPECT_EQ(
      found_in(u"Đời sống của nhân dân trong vùng, nhất là ở các xã\nTrang 12\nvùng cao còn gặp nhiều khó khăn về "
               u"đường sá, điện và nước sạch, trường học\nTrang 13\nthì thiếu giáo viên dạy nhạc và vẽ.\nNăm nay xã "
               u"trồng thêm nhiều cây xanh ở ven\nTrang 14\nđường liên thôn và trong sân các nhà văn hóa."),
      "1→; 3→; 6→");
}

TEST(PageBreaks, LeavesTablesAndListsAlone) {
  for (const std::u16string_view text : {u"1\nNguyễn Văn Bình\n20\n2\nTrần Thị Hoa\n21\n3\nLê Thị Lan\n22",
                                         u"Điều 1\nCông dân có quyền và nghĩa vụ theo luật định.\nĐiều 2\nNhà nước bảo "
                                         u"đảm các quyền ấy.\nĐiều 3\nLuật này có "
                                         u"hiệu lực từ đầu năm.",
                                         u"a\nb\nc\nd\ne\nf\ng\nh"}) {
    EXPECT_EQ(found_in(text), "") << text::to_utf8(text);
  }
}

TEST(LineHyphens, AreTakenOutWhereTheyAreRegular) {
  EXPECT_EQ(
      found_in(u"Chúng tôi đã phát-triển nhiều dự án và nâng cao đời sống nhân- dân trong vùng, nhất là ở các xã xa, "
               u"nơi mà mọi người cần quan-tâm hơn nữa đến việc dạy nhạc và vẽ cho các em nhỏ từ sáu tuổi trở lên."),
      "0→phát triển; 0→nhân dân; 0→quan tâm");
}

TEST(LineHyphens, StayWhereTheyAreMeant) {
  for (const std::u16string_view text :
       {u"Kinh tế-xã hội, văn hóa-xã hội và chính trị-xã hội của cả vùng đều có những bước tiến rõ rệt trong năm nay.",
        u"Chúng tôi đã phát-triển nhiều dự án trong vùng.",
        u"Quốc-gia độc-lập, nhân-dân tự-do, giáo-dục phát-triển, kinh-tế phồn-vinh, văn-hóa tiến-bộ.",
        u"Tuyến Bắc-Nam, quan hệ Việt-Mỹ và lịch âm-dương, ô-tô, xà-phòng, cà-phê được nhắc đến."}) {
    EXPECT_EQ(found_in(text), "") << text::to_utf8(text);
  }
}

}  // namespace
}  // namespace soat::check
