#include "report/columns.h"

#include <gtest/gtest.h>

namespace soat::report {
namespace {

TEST(Columns, MarksHaveNoneAndWideLettersTwo) {
  EXPECT_EQ(columns(U'ệ'), 1u);
  EXPECT_EQ(columns(U'\u0323'), 0u);
  EXPECT_EQ(columns(U'\u200B'), 0u);
  EXPECT_EQ(columns(U'字'), 2u);
  EXPECT_EQ(columns(U'Ａ'), 2u);
}

}  // namespace
}  // namespace soat::report
