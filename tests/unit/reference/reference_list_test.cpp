#include "reference/reference_list.h"

#include <gtest/gtest.h>

#include <string>

#include "unit/reference/lists.h"

namespace soat::reference {
namespace {

using Paragraphs = std::vector<std::u16string>;

TEST(ReferenceList, SilentWithoutAListOrWithoutProof) {
  EXPECT_FALSE(review({u"Chợ [1], bến [2], thuyền [9]."}).has_list);
  // One number found is too little, and so is a list for each chapter.
  EXPECT_EQ(missing(Paragraphs{u"Chợ [1], bến [9]."} + numbered), std::vector<std::u16string>());
  EXPECT_EQ(
      missing(Paragraphs{u"Chợ [1], bến [2], [9]."} + numbered + Paragraphs{u"Chương 2: thuyền [1], [2]."} + numbered),
      std::vector<std::u16string>());
  // Numbered by the office: the numbers are not in the text.
  EXPECT_EQ(missing({u"Chợ [1], bến [2], [9].", u"Tài liệu tham khảo", u"Lê Thị Sông (2015), Chợ nổi, NXB Phù Sa.",
                     u"Trần Văn Đò (2018), Bến sông xưa, NXB Phù Sa."}),
            std::vector<std::u16string>());
}

TEST(ReferenceList, EntriesThatNothingRefersTo) {
  EXPECT_EQ(review(Paragraphs{u"Chợ [1], bến [3]."} + numbered).uncited, std::vector<std::uint32_t>{4});
  EXPECT_EQ(
      review(Paragraphs{u"Theo Lê Thị Sông (2015), chợ họp sớm (Trần & Phạm, 2018; Smith, 2012)."} + by_author).uncited,
      std::vector<std::uint32_t>{4});
}

TEST(ReferenceList, TakesAnyText) {
  EXPECT_NO_THROW(review({u"", u"[", u"(", u"[1", u"Tài liệu tham khảo", u"[1]", u"[2]", u"\xD800[3]", u"1.", u"((((((",
                          u"(Xem, 2020", u"2."}));
  EXPECT_NO_THROW(review({u"Tài liệu tham khảo"}));
}

}  // namespace
}  // namespace soat::reference
