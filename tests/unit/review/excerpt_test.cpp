#include "review/excerpt.h"

#include <gtest/gtest.h>

namespace soat::review {
namespace {

TEST(Excerpt, IsCutBetweenWords) {
  EXPECT_EQ(excerpt(u"một hai ba bốn năm", 8, 10, 5), u"…hai «ba» bốn…");
  EXPECT_EQ(excerpt(u"một hai ba bốn năm", 8, 10, 6), u"…hai «ba» bốn…");
  EXPECT_EQ(excerpt(u"một hai ba bốn năm", 8, 10, 40), u"một hai «ba» bốn năm");
}

TEST(Excerpt, ShowsWhatIsNoTextAsASpace) {
  EXPECT_EQ(excerpt(u"một\ufffchai", 4, 7, 10), u"một «hai»");
}

}  // namespace
}  // namespace soat::review
