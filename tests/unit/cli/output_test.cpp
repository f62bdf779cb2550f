#include "cli/output.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "support/test_folder.h"
#include "text/error.h"

namespace soat::cli {
namespace {

namespace fs = std::filesystem;

class OutputTest : public testing::Test {
 protected:
  std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }
  std::size_t files() { return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder_.path()), {})); }

  test::TestFolder folder_;
};

TEST_F(OutputTest, WritesAFile) {
  Output output(folder_ / "a");
  output.write("một");
  output.write(" hai");
  output.finish();
  EXPECT_EQ(content(folder_ / "a"), "một hai");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputTest, LeavesTheOldFileWhenNotFinished) {
  std::ofstream(folder_ / "a") << "cũ";
  {
    Output output(folder_ / "a");
    output.write("mới");
  }
  EXPECT_EQ(content(folder_ / "a"), "cũ");
  EXPECT_EQ(files(), 1u);
}

TEST_F(OutputTest, KeepsThePermissionsOfTheOldFile) {
  std::ofstream(folder_ / "a") << "cũ";
  fs::permissions(folder_ / "a", fs::perms::owner_read | fs::perms::owner_write);
  const fs::perms before = fs::status(folder_ / "a").permissions();  // as far as the system has them
  Output output(folder_ / "a");
  output.finish();
  EXPECT_EQ(fs::status(folder_ / "a").permissions(), before);
}

TEST_F(OutputTest, SaysWhyAFileCannotBeMade) {
  EXPECT_THROW(Output(folder_ / "none" / "a"), Error);
  EXPECT_THROW(Output{folder_.path()}, Error);
}

#ifdef __linux__
TEST_F(OutputTest, FullDiskIsAnError) {
  EXPECT_THROW(
      {
        Output output("/dev/full");
        output.write("a");
        output.finish();
      },
      Error);
}
#endif

}  // namespace
}  // namespace soat::cli
