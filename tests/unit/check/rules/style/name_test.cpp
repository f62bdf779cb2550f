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

}  // namespace
}  // namespace soat::check
