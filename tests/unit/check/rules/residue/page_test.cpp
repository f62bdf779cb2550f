#include "check/rules/residue/page.h"

#include <gtest/gtest.h>

#include <string_view>
#include <vector>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

constexpr std::u16string_view prose =
    u"Sáng nay, nhà trường tổ chức lễ tổng kết năm học với sự có mặt của đông đảo phụ huynh và các em học sinh.";

TEST(PageFoot, BeginsBehindTheLastProse) {
  std::vector<text::Analysis> paragraphs(4);
  text::analyse(prose, paragraphs[0]);
  text::analyse(u"Ảnh", paragraphs[1]);
  text::analyse(prose, paragraphs[2]);
  text::analyse(u"Hết", paragraphs[3]);
  EXPECT_EQ(foot_of(DocumentView{paragraphs}), 3U);
  paragraphs.resize(2);
  EXPECT_EQ(foot_of(DocumentView{paragraphs}), 2U);
}

}  // namespace
}  // namespace soat::check
