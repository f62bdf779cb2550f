#include <gtest/gtest.h>

#include "unit/check/checked.h"

namespace soat::check {
namespace {

TEST(Title, PutsInTheWordThatIsMissing) {
  EXPECT_EQ(found("garble.title", u"Phó Bí Thường trực Thành ủy đã đến dự."),
            "Phó Bí Thường trực→Phó Bí thư Thường trực");
  EXPECT_EQ(found("garble.title", u"ỦY BAN KIỂM TRUNG ƯƠNG HỌP"), "ỦY BAN KIỂM TRUNG ƯƠNG→ỦY BAN KIỂM TRA TRUNG ƯƠNG");
  EXPECT_EQ(found("garble.title", u"nước Cộng hòa xã hội chủ nghĩa Nam"),
            "Cộng hòa xã hội chủ nghĩa Nam→Cộng hòa xã hội chủ nghĩa Việt Nam");
}

TEST(Title, KnowsWholeTitlesAndShorterOnes) {
  for (const std::u16string_view text :
       {u"Phó Bí thư Thường trực Tỉnh ủy và Phó Chủ tịch Ủy ban nhân dân tỉnh.", u"Ủy ban tỉnh, Hội đồng tỉnh đã họp.",
        u"Ông là Phó Bí. Thường trực Tỉnh ủy đã họp.", u"Phó Bí, Thường trực", u"Phó Bí", u""}) {
    EXPECT_EQ(found("garble.title", text, Profile::strict), "") << text::to_utf8(text);
  }
}

TEST(FunctionWords, LeavesOneOfTwo) {
  EXPECT_EQ(found("garble.function-words", u"Bên cạnh đó còn một số những hạn chế nhất định."), "một số những→một số");
  const std::vector<Finding> each = findings_of("garble.function-words", u"Mỗi các đơn vị phải tự lo lấy.");
  ASSERT_EQ(each.size(), 1U);
  ASSERT_EQ(each[0].suggestions.size(), 2U);
  EXPECT_TRUE(each[0].suggestions[0] == u"Mỗi" || each[0].suggestions[1] == u"Mỗi");
}

TEST(FunctionWords, LeavesOtherWordsAlone) {
  for (const std::u16string_view text :
       {u"Không những các em mà cả thầy cô cũng vui.", u"Trong số những người ấy có một số bạn trẻ.",
        u"Các “những” trong câu này.", u"Một số, những ai chưa rõ, xin hỏi lại.", u"những"}) {
    EXPECT_EQ(found("garble.function-words", text, Profile::strict), "") << text::to_utf8(text);
  }
}

// The findings of a rule in several paragraphs, what stands there and what is suggested.
std::string found_in(std::string_view rule, std::u16string_view text) {
  std::string out;
  for (const Finding& finding : findings_of(rule, text, Profile::strict)) {
    if (!out.empty()) out += "; ";
    out += std::to_string(finding.paragraph) + "→" + text::to_utf8(finding.suggestions.front());
  }
  return out;
}

TEST(StyleName, TellsOfTheRarerSpelling) {
  EXPECT_EQ(found_in("style.name", u"Tỉnh Đắk Lắk có nhiều hồ.\nNgười Đắk Lắk mến khách.\nTôi đến Đắc Lắc năm ngoái."),
            "2→Đắk Lắk");
  EXPECT_EQ(found_in("style.name", u"Ông sang Hoa Kì.\nBà ở Hoa Kỳ.\nHọ về từ Hoa Kỳ."), "0→Hoa Kỳ");
  EXPECT_EQ(found_in("style.name", u"TỈNH ĐẮC LẮC\nNgười Đắk Lắk ở Đắk Lắk."), "0→ĐẮK LẮK");
}

TEST(StyleName, KnowsTwoNamesAndTheStyleOfTones) {
  for (const std::u16string_view text :
       {u"Anh Nguyễn Hùng gặp anh Nguyễn Hưng và chị Nguyễn Hưởng.", u"Bà Lê Thụy và bà Lê Thuỵ là một người.",
        u"Ở Bắc Ninh và ở Bạc Ninh.", u"Đắk Lắk", u""}) {
    EXPECT_EQ(found_in("style.name", text), "") << text::to_utf8(text);
  }
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
