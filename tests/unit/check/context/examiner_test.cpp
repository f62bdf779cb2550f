#include "check/context/examiner.h"

#include <gtest/gtest.h>

#include "unit/check/context/context_parts.h"

namespace soat::check::context {
namespace {

std::vector<Suspect> examined(std::initializer_list<std::u16string_view> paragraphs) {
  std::vector<text::Analysis> analyses;
  for (const std::u16string_view paragraph : paragraphs) text::analyse(paragraph, analyses.emplace_back());
  std::vector<Suspect> suspects = {Suspect()};
  shipped_examiner().examine(analyses, suspects);
  return suspects;
}

TEST(ContextExaminer, FindsARealWordInTheWrongPlace) {
  constexpr std::u16string_view text = u"Đây là thương hiệu nỗi tiếng của tỉnh.";
  bool found = false;
  for (const Suspect& suspect : examined({u"Trời đẹp.", text})) {
    if (suspect.paragraph != 1 || text.substr(suspect.start, suspect.end - suspect.start) != u"nỗi") continue;
    found = true;
    ASSERT_GT(suspect.suggestion_count, 0U);
    EXPECT_EQ(suspect.suggestions[0], word_of(u"nổi"));
  }
  EXPECT_TRUE(found);
}

TEST(ContextExaminer, OfNothingHasNone) {
  EXPECT_TRUE(examined({}).empty());
  EXPECT_TRUE(examined({u"", u"…", u"123 456"}).empty());
}

TEST(ContextExaminer, SuspectsAreInOrderAndInTheText) {
  constexpr std::u16string_view text = u"Quân đội xâm chiến nước ta, nỗi tiếng dành độc lập.";
  const std::vector<Suspect> suspects = examined({text, text});
  ASSERT_FALSE(suspects.empty());
  for (std::size_t i = 0; i < suspects.size(); ++i) {
    EXPECT_LE(suspects[i].end, text.size());
    EXPECT_LT(suspects[i].start, suspects[i].end);
    if (i > 0) {
      EXPECT_LT(std::pair(suspects[i - 1].paragraph, suspects[i - 1].start),
                std::pair(suspects[i].paragraph, suspects[i].start));
    }
  }
}

}  // namespace
}  // namespace soat::check::context
