#include "check/rules/residue/links.h"

#include <gtest/gtest.h>

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string_view>
#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

std::uint32_t end_of(std::initializer_list<std::u16string_view> texts) {
  std::vector<text::Analysis> paragraphs(texts.size());
  std::size_t i = 0;
  for (const std::u16string_view text : texts) text::analyse(text, paragraphs[i++]);
  return end_of_links(DocumentView{paragraphs}, 0);
}

TEST(ResidueLinks, EndWhereTextBegins) {
  EXPECT_EQ(end_of({u"Tin khác", u"Mùa cấy ở đồng trũng", u"Chợ phiên cuối năm"}), 3U);
  EXPECT_EQ(end_of({u"Tin khác", u"Mùa cấy ở đồng", u"", u"25/6/2021", u"Chợ phiên", u"Hết giờ, mọi người về."}), 5U);
}

TEST(ResidueLinks, AreMoreThanOneLine) {
  EXPECT_EQ(end_of({u"Tin khác", u"Mùa cấy ở đồng trũng"}), 0U);
  EXPECT_EQ(end_of({u"Tin khác", u"Mùa cấy", u"Chợ phiên", u"Hết giờ, mọi người về."}), 0U);
  EXPECT_EQ(end_of({u"Tin khác", u"- Mùa cấy;", u"- Chợ phiên."}), 0U);
}

}  // namespace
}  // namespace soat::check
