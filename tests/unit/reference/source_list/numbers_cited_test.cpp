#include "reference/source_list/numbers_cited.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/reference/lists.h"

namespace soat::reference {
namespace {

using Paragraphs = std::vector<std::u16string>;

TEST(NumbersCited, NumbersWithoutEntry) {
  EXPECT_EQ(
      missing(Paragraphs{u"Chợ họp sớm [1], bến cũ [2, tr. 17] và bến mới [5].", u"Xem thêm [1-3; 7, tr. 4, 9]."} +
              numbered),
      (std::vector<std::u16string>{u"5", u"7"}));
  EXPECT_EQ(missing(Paragraphs{u"Chợ họp sớm [1], bến cũ [2-4]."} + numbered), std::vector<std::u16string>{u"2-4"});
  EXPECT_EQ(missing(Paragraphs{u"Chợ [1], [2]–[3] và [xem 2, tr. 243; 3: 15]."} + numbered),
            std::vector<std::u16string>());
}

TEST(NumbersCited, BracketsThatAreNoSources) {
  EXPECT_EQ(
      missing(Paragraphs{u"Chợ [1] và bến [2], năm ấy [2015], sao chép [sic], đoạn [5 dòng], mảng a[9], khoảng [0, 1], "
                         u"trang [3, 243].",
                         u"[…] và [7.5] và [8%]"} +
              numbered),
      std::vector<std::u16string>());
}

TEST(NumbersCited, OtherWaysToNumber) {
  EXPECT_EQ(missing({u"Chợ [1], bến [2], thuyền [4].", u"DANH MỤC TÀI LIỆU THAM KHẢO",
                     u"1. Lê Thị Sông, Chợ nổi, NXB Phù Sa, 2015.", u"2. Trần Văn Đò, Bến sông xưa, NXB Phù Sa, 2018.",
                     u"PHỤ LỤC", u"4. Bảng số liệu về chợ nổi năm 2015 và 2016."}),
            std::vector<std::u16string>{u"4"});
}

}  // namespace
}  // namespace soat::reference
