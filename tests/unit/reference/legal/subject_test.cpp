#include "reference/legal/subject.h"

#include <gtest/gtest.h>

namespace soat::reference::legal {
namespace {

TEST(LegalSubject, StandsBehindAbout) {
  const Line line(u"về công tác văn thư đã được ban hành");
  const auto found = subject(line, 0, true, {});
  ASSERT_TRUE(found);
  EXPECT_EQ(line.slice(found->first, found->end), u"công tác văn thư");
}

}  // namespace
}  // namespace soat::reference::legal
