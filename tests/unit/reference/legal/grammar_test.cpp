#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "reference/legal/authority.h"
#include "reference/legal/date.h"
#include "reference/legal/law_name.h"
#include "reference/legal/locator.h"
#include "reference/legal/number.h"
#include "reference/legal/subject.h"
#include "reference/legal/word_lists.h"

// Each part of the grammar by itself; whole references are in tests/golden/cite/legal-forms.tsv.

namespace soat::reference::legal {
namespace {

std::u16string number(std::u16string_view text) {
  const auto found = number_at(Line(text), 0);
  return found ? found->text : u"";
}

std::tuple<int, int, int> date(std::u16string_view text) {
  const auto found = date_at(Line(text), 0);
  if (!found) return {};
  return {found->value.year, found->value.month, found->value.day};
}

TEST(LegalNumber, IsASymbolOrANumberAndNoDate) {
  EXPECT_EQ(number(u"30/2020/NĐ-CP ngày"), u"30/2020/NĐ-CP");
  EXPECT_EQ(number(u"50 NQ/TW về"), u"50-NQ/TW");
  EXPECT_EQ(number(u"45/2019/QH 14"), u"45/2019/QH14");
  EXPECT_EQ(number(u"1234/QĐ-TTg - Về việc"), u"1234/QĐ-TTg");
  EXPECT_EQ(number(u"100/2019 ngày"), u"100/2019");
  EXPECT_EQ(number(u"05/3/2020"), u"");
  EXPECT_EQ(number(u"Nghị định"), u"");
}

TEST(LegalDate, ComesInWordsAndDigits) {
  EXPECT_EQ(date(u"ngày 05 tháng 3 năm 2020"), std::tuple(2020, 3, 5));
  EXPECT_EQ(date(u"ngày 22/10/18"), std::tuple(2018, 10, 22));
  EXPECT_EQ(date(u"tháng 3/2020"), std::tuple(2020, 3, 0));
  EXPECT_EQ(date(u"ngày … tháng … năm 2020"), std::tuple(2020, 0, 0));
  EXPECT_EQ(date(u"ngày 32/3/2020"), std::tuple(0, 0, 0));
}

TEST(LegalAuthority, EndsWhereTheSentenceGoesOn) {
  const Line line(u"Bộ Giáo dục và Đào tạo, Bộ Tài chính quy định về học phí");
  EXPECT_EQ(line.slice(0, authority_end(line, 0)), u"Bộ Giáo dục và Đào tạo, Bộ Tài chính");
}

TEST(LegalSubject, StandsBehindAbout) {
  const Line line(u"về công tác văn thư đã được ban hành");
  const auto found = subject(line, 0, true, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(line.slice(found->first, found->end), u"công tác văn thư");
}

TEST(LawName, MayHoldACommaThatIsKnown) {
  bool sure = false;
  const Line known(u"Phòng, chống tham nhũng năm 2018");
  EXPECT_EQ(known.slice(0, name_end(known, 0, sure)), u"Phòng, chống tham nhũng");
  EXPECT_TRUE(sure);
  const Line other(u"Đất đai, người sử dụng đất có quyền");
  EXPECT_EQ(other.slice(0, name_end(other, 0, sure)), u"Đất đai");
  EXPECT_FALSE(sure);
}

TEST(LegalLocator, NamesPartsOfADocument) {
  const Line line(u"điểm a khoản 2 Điều 5 của Luật");
  EXPECT_EQ(line.slice(0, locator_end(line, 0)), u"điểm a khoản 2 Điều 5");
  const auto before = locator_before(line, 7, 0);
  ASSERT_TRUE(before);
  EXPECT_EQ(before->end, 6U);
}

TEST(LegalWords, HaveClasses) {
  const auto kind = [](std::u16string_view text) { return genre_at(Line(text), 0).kind; };
  EXPECT_EQ(kind(u"Hiến pháp"), GenreClass::constitution);
  EXPECT_EQ(kind(u"Bộ luật Dân sự"), GenreClass::named);
  EXPECT_EQ(kind(u"Nghị định số"), GenreClass::decree);
  EXPECT_EQ(kind(u"Thông tư liên tịch số"), GenreClass::strong);
  EXPECT_EQ(kind(u"Văn bản hợp nhất"), GenreClass::consolidated);
  EXPECT_EQ(kind(u"Công văn"), GenreClass::common);
  EXPECT_EQ(genre_at(Line(u"Ngôi nhà"), 0).length, 0U);
  ASSERT_NE(abbreviation_of(u"BLDS"), nullptr);
  EXPECT_TRUE(abbreviation_of(u"BLDS")->code);
  EXPECT_EQ(abbreviation_of(u"NĐ")->kind, GenreClass::decree);
  EXPECT_EQ(standards_of(u"TCVN"), u"Tiêu chuẩn quốc gia");
  EXPECT_EQ(issuers_of(u"5/qd-xyz"), nullptr);
}

}  // namespace
}  // namespace soat::reference::legal
