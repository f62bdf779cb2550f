#include "reference/source_list/authors_cited.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "unit/reference/lists.h"

namespace soat::reference {
namespace {

using Paragraphs = std::vector<std::u16string>;

TEST(AuthorsCited, AuthorsWithoutEntry) {
  EXPECT_EQ(
      missing(Paragraphs{u"Chợ họp sớm (Lê Thị Sông, 2015; Trần và Phạm, 2018, tr. 4), bến cũ (Nguyễn Phà, 2011).",
                         u"Quy định (Bộ Giáo dục và Đào tạo, 2020) và chợ nổi (Smith, 2012)."} +
              by_author),
      std::vector<std::u16string>{u"Nguyễn Phà, 2011"});
}

TEST(AuthorsCited, AnotherYear) {
  const Paragraphs text =
      Paragraphs{u"Chợ (Sông, 2015), bến (Trần Văn Đò và cộng sự, 2019), trường (Bộ Giáo dục và Đào tạo, 2020)."} +
      by_author;
  const ReferenceListReview found = review(text);
  ASSERT_EQ(found.missing.size(), 1U);
  EXPECT_TRUE(found.missing[0].other_year);
  EXPECT_EQ(found.missing[0].suggestions, std::vector<std::u16string>{u"2018"});
  EXPECT_EQ(missing(text), std::vector<std::u16string>{u"2019"});
}

TEST(AuthorsCited, ParenthesesThatAreNoSources) {
  EXPECT_EQ(
      missing(
          Paragraphs{
              u"Chợ (Lê Thị Sông, 2015), bến (Trần & Phạm, 2018), thi (Hà Nội, 2020), (tháng 3, 2019), (UBND, 2017), "
              u"(Luật Báo chí 2016), (Hình 3, 2014), (sinh năm 1980), (2015), (Việt Nam, 1975), (Sông 2015)."} +
          by_author),
      std::vector<std::u16string>());
}

}  // namespace
}  // namespace soat::reference
