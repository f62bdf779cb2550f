#include "cli/nearest.h"

#include <gtest/gtest.h>

namespace soat::cli {
namespace {

TEST(Nearest, GivesWhatIsLikeIt) {
  EXPECT_EQ(nearest("chek", {"check", "cite"}), "check");
  EXPECT_EQ(nearest("--fromat", {"--format", "--files-from"}), "--format");
  EXPECT_EQ(nearest("xyzzy", {"check", "cite"}), "");
}

}  // namespace
}  // namespace soat::cli
