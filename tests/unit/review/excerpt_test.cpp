#include "review/excerpt.h"

#include <gtest/gtest.h>

namespace soat::review {
namespace {

TEST(Excerpt, IsCutBetweenWords) {
  EXPECT_EQ(excerpt(u"một hai ba bốn năm", 8, 10, 5), u"…hai «ba» bốn…");
  EXPECT_EQ(excerpt(u"một hai ba bốn năm", 8, 10, 6), u"…hai «ba» bốn…");
  EXPECT_EQ(excerpt(u"một hai ba bốn năm", 8, 10, 40), u"một hai «ba» bốn năm");
}

TEST(Excerpt, KeepsTheHalvesOfACharacterTogether) {
  const std::u16string text = u"\U0001F600\U0001F600 ba \U0001F600\U0001F600";
  EXPECT_EQ(excerpt(text, 5, 7, 2), u"… «ba» …");
  EXPECT_EQ(excerpt(text, 5, 7, 3), u"…\U0001F600 «ba» \U0001F600…");
  EXPECT_EQ(excerpt(text, 5, 7, 4), u"…\U0001F600 «ba» \U0001F600…");
}

TEST(Excerpt, ShowsWhatIsNoTextAsASpace) {
  EXPECT_EQ(excerpt(u"một\ufffchai", 4, 7, 10), u"một «hai»");
}

}  // namespace
}  // namespace soat::review
