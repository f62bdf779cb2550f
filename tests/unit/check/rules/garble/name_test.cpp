#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

// The findings of a rule in several paragraphs, what stands there and what is suggested.
std::string found_in(std::string_view rule, std::u16string_view text) {
  std::string out;
  for (const Finding& finding : findings_of(rule, text, Profile::strict)) {
    if (!out.empty()) out += "; ";
    out += std::to_string(finding.paragraph) + "→" + text::to_utf8(finding.suggestions.front());
  }
  return out;
}

TEST(GarbleName, FindsOneOfficeHolderInSeveralForms) {
  EXPECT_EQ(found_in("garble.name",
                     u"Trưởng ban Tổ chức Huyện ủy Phạm Minh Tấn phát biểu.\n"
                     u"Sau đó Trưởng ban Tổ chức Huyện ủy Phạm Minh Đạt ra về.\n"
                     u"Trưởng ban Tổ chức Huyện ủy Phạm Sáng Tấn đã họp.\n"
                     u"Trưởng ban Tổ chức Huyện ủy Phạm Minh Tấn kết luận."),
            "1→Phạm Minh Tấn; 2→Phạm Minh Tấn");
}

TEST(GarbleName, KnowsListsFamiliesAndOtherOffices) {
  for (const std::u16string_view text :
       {u"Tham dự có Phó Chủ tịch xã Phạm Minh Tấn, Phó Chủ tịch xã Phạm Minh Đạt.",
        u"Hôm ấy ông Phạm Minh Tấn ở nhà.\nHôm ấy ông Phạm Minh Đạt đi vắng.",
        u"Trưởng phòng Tài chính huyện Phạm Minh Tấn nói.\nTrưởng trạm Y tế xã Phạm Minh Đạt nói.", u"Phạm Minh"}) {
    EXPECT_EQ(found_in("garble.name", text), "") << text::to_utf8(text);
  }
}

}  // namespace
}  // namespace soat::check
