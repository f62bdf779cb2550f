#include "report/paragraphs.h"

#include <gtest/gtest.h>

#include "unit/report/sample.h"

namespace soat::report {
namespace {

TEST(Paragraphs, AreCountedAsAReaderDoes) {
  Sample sample;
  EXPECT_EQ(paragraphs_with_text(sample.document()), 2U);
  sample.paragraphs[0] = u" \t\uFFFC\u00A0";
  EXPECT_EQ(paragraphs_with_text(sample.document()), 1U);
  EXPECT_FALSE(has_text(u""));
  EXPECT_TRUE(has_text(u" a"));
}

}  // namespace
}  // namespace soat::report
