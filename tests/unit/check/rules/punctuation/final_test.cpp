#include <gtest/gtest.h>

#include "unit/check/rule_probe.h"

namespace soat::check {
namespace {

TEST(Final, FindsAParagraphWithoutItsFullStop) {
  const RuleProbe probe("punctuation.final");
  const std::u16string_view good = u"Câu này có dấu chấm ở cuối. Câu này cũng có dấu chấm ở cuối.";
  const std::u16string_view bad = u"Câu này có dấu chấm ở cuối. Câu này thì lại không có dấu chấm";
  EXPECT_EQ(probe({good, good, bad, good, good}), (std::vector<Seen>{{2, "chấm", "chấm."}}));
  EXPECT_EQ(probe({good, bad}), Nothing()) << "no habit is seen";
  EXPECT_EQ(probe({good, good, good, good, bad, u"mà đoạn này viết tiếp."}), Nothing()) << "the sentence runs on";
  EXPECT_EQ(probe({good, good, good, good, u"Điều 5. Trách nhiệm của các cơ quan"}), Nothing()) << "a heading";
  EXPECT_EQ(probe(bad), Nothing()) << "it may still be typed";
}

TEST(Final, SeesNoAnchorOfANote) {
  const RuleProbe probe("punctuation.final");
  const std::u16string_view good = u"Câu này có dấu chấm ở cuối. Câu này cũng có dấu chấm ở cuối.\ufffc";
  const std::u16string_view bad = u"Câu này có dấu chấm ở cuối. Câu này thì lại không có dấu chấm\ufffc";
  EXPECT_EQ(probe({good, good, bad, good, good}), (std::vector<Seen>{{2, "chấm", "chấm."}}));
}

}  // namespace
}  // namespace soat::check
