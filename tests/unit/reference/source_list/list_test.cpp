#include "reference/source_list/list.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/reference/lists.h"

namespace soat::reference {
namespace {

using Paragraphs = std::vector<std::u16string>;

TEST(SourceList, ATableOfContentsIsNotTheList) {
  EXPECT_EQ(
      missing(Paragraphs{u"Mục lục", u"Tài liệu tham khảo", u"Chương 1. Chợ nổi", u"Chợ [1], bến [2], thuyền [9]."} +
              numbered),
      std::vector<std::u16string>{u"9"});
}

TEST(SourceList, EntriesThatComeTwice) {
  const auto found = review({u"Tài liệu tham khảo", u"[1] Lê Thị Sông (2015), Chợ nổi miền Tây, NXB Phù Sa.",
                             u"[2] Trần Văn Đò, Bến, https://www.phu-sa.example/ben-song, 2018.",
                             u"[3] Lê Thị Sông (2015): Chợ nổi miền Tây. NXB Phù Sa",
                             u"[4] Báo Phù Sa, “Bến sông”, http://phu-sa.example/ben-song/, 2019.",
                             u"[5] Báo Phù Sa, http://phu-sa.example/, 2019."});
  ASSERT_EQ(found.repeated.size(), 2U);
  EXPECT_EQ(found.repeated[0].paragraph, 3U);
  EXPECT_EQ(found.repeated[0].first, 1U);
  EXPECT_EQ(found.repeated[1].paragraph, 4U);
  EXPECT_EQ(found.repeated[1].first, 2U);
}

}  // namespace
}  // namespace soat::reference
