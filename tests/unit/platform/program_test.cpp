#include "platform/program.h"

#include <gtest/gtest.h>

#include "support/environment.h"

namespace soat::platform {
namespace {

TEST(Program, ReadsVariablesWithAnyLetters) {
  const test::Variable variable("SOAT_TEST_VARIABLE", "đường dẫn");
  EXPECT_EQ(environment("SOAT_TEST_VARIABLE"), "đường dẫn");
}

TEST(Program, AVariableThatIsNotSetIsNothing) {
  const test::Variable variable("SOAT_TEST_VARIABLE", nullptr);
  EXPECT_FALSE(environment("SOAT_TEST_VARIABLE"));
}

TEST(Program, KnowsItsFile) {
  const auto file = program_file();
  ASSERT_FALSE(file.empty());
  EXPECT_EQ(file.stem(), "unit_platform");
  EXPECT_TRUE(std::filesystem::is_regular_file(file));
}

TEST(Program, HasANumber) {
  EXPECT_NE(process_number(), 0U);
}

}  // namespace
}  // namespace soat::platform
