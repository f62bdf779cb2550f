#include "reference/legal/reading.h"

#include <gtest/gtest.h>

namespace soat::reference::legal {
namespace {

LegalReference reference(std::u16string_view text) {
  const Line line(text);
  const auto found = line.size() == 0 ? std::nullopt : reference_at(line, 0, 0);
  return found ? found->reference : LegalReference();
}

TEST(ReferenceAt, TakesItsPartsInAnyOrder) {
  for (const char16_t* text : {u"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư",
                               u"Nghị định số 30/2020/NĐ-CP của Chính phủ về công tác văn thư ngày 05/3/2020",
                               u"Nghị định Chính phủ số 30/2020/NĐ-CP ngày 05/3/2020 về công tác văn thư",
                               u"Nghị định số 30/2020/NĐ-CP (ngày 05/3/2020) của Chính phủ về công tác văn thư"}) {
    const LegalReference found = reference(text);
    EXPECT_EQ(found.genre, u"Nghị định");
    EXPECT_EQ(found.number, u"30/2020/NĐ-CP");
    EXPECT_EQ(found.issued.month, 3);
    EXPECT_EQ(found.authority, u"Chính phủ");
    EXPECT_EQ(found.title, u"công tác văn thư");
  }
}

TEST(ReferenceAt, LawsAreKnownByTheirNames) {
  const LegalReference found = reference(u"Luật Phòng, chống tham nhũng năm 2018 quy định");
  EXPECT_TRUE(found.named);
  EXPECT_EQ(found.title, u"Luật Phòng, chống tham nhũng");
  EXPECT_EQ(found.issued.year, 2018);
}

TEST(ReferenceAt, SchoolsPersonsAndScienceAreNoLaws) {
  for (const char16_t* text : {u"Luật sư Trần Văn An", u"Luật gia năm 2018", u"Luật chơi năm 2018"})
    EXPECT_EQ(reference(text).genre, u"");
  const Line school(u"Trường Đại học Luật Hà Nội năm 2018");
  EXPECT_FALSE(reference_at(school, 3, 0));
  const Line sea(u"Công ước về Luật Biển năm 1982");
  EXPECT_FALSE(reference_at(sea, 3, 0));
}

TEST(ReferenceAt, ACommonKindNeedsASymbol) {
  EXPECT_EQ(reference(u"Kế hoạch số 12/KH-UBND").number, u"12/KH-UBND");
  EXPECT_EQ(reference(u"Kế hoạch số 12 của phòng").genre, u"");
  EXPECT_EQ(reference(u"Nghị định số 12 của Chính phủ").genre, u"Nghị định");
  EXPECT_EQ(reference(u"nghị định của Chính phủ").genre, u"");
}

TEST(ReferenceAt, SmallLettersAreWrittenProperly) {
  EXPECT_EQ(reference(u"quyết định số 88/2010/qđ-ttg ngày 1/2/2010").number, u"88/2010/QĐ-TTg");
  EXPECT_EQ(reference(u"quyết định số 88/2010/qđ-ttg ngày 1/2/2010").genre, u"Quyết định");
}

TEST(ReferenceAt, AsidesBetweenThePartsArePassedOver) {
  const LegalReference found =
      reference(u"Nghị quyết số 18-NQ/TW (khóa XII) ngày 25/10/2017 của Ban Chấp hành Trung ương");
  EXPECT_EQ(found.issued.year, 2017);
  EXPECT_EQ(found.authority, u"Ban Chấp hành Trung ương");
}

TEST(ReferenceAt, OffsetsAreThoseOfTheText) {
  const std::u16string text = u"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020.";
  const LegalReference found = reference(text);
  EXPECT_EQ(text.substr(found.number_start, found.number_end - found.number_start), u"30/2020/NĐ-CP");
  EXPECT_EQ(text.substr(found.date_start, found.date_end - found.date_start), u"ngày 05/3/2020");
  EXPECT_EQ(text.substr(found.start, found.end - found.start), u"Nghị định số 30/2020/NĐ-CP ngày 05/3/2020");
}

TEST(ReferenceAt, ADraftIsNamedSo) {
  const LegalReference found = reference(u"Dự thảo Luật Nhà giáo");
  EXPECT_EQ(found.title, u"Dự thảo Luật Nhà giáo");
  EXPECT_TRUE(found.named);
  EXPECT_EQ(reference(u"dự thảo kế hoạch").genre, u"");
}

TEST(SameKindAt, GoesOnWithNumbersOfTheKind) {
  const Line line(u"Các Nghị định số 11/2020/NĐ-CP, số 12/2020/NĐ-CP và 13/2020/TT-BTC");
  const auto first = reference_at(line, 1, 0);
  ASSERT_TRUE(first);
  const auto second = same_kind_at(line, first->end, first->reference);
  ASSERT_TRUE(second);
  EXPECT_EQ(second->reference.number, u"12/2020/NĐ-CP");
  EXPECT_EQ(second->reference.genre, first->reference.genre);
  EXPECT_FALSE(same_kind_at(line, second->end, second->reference));
}

}  // namespace
}  // namespace soat::reference::legal
