#include "text/read_file.h"

#include <gtest/gtest.h>

#include "support/test_folder.h"
#include "text/error.h"

namespace soat::text {
namespace {

std::string fault(const std::filesystem::path& path, std::uintmax_t largest) {
  try {
    read_file(path, largest);
  } catch (const Error& error) {
    return error.what();
  }
  return "";
}

TEST(ReadFile, GivesEveryByte) {
  const test::TestFolder folder;
  const std::string bytes("a\0\r\n\x1A\xFFz", 7);
  EXPECT_EQ(read_file(folder.write("tệp", bytes), 100), bytes);
  EXPECT_EQ(read_file(folder.write("rỗng", ""), 0), "");
}

TEST(ReadFile, TakesUpToTheLimit) {
  const test::TestFolder folder;
  const std::filesystem::path path = folder.write("a", std::string((1 << 20) + 1, 'x'));
  EXPECT_EQ(read_file(path, (1 << 20) + 1).size(), (1U << 20) + 1);
  const std::string told = fault(path, 1 << 20);
  EXPECT_NE(told.find(path.string()), std::string::npos) << told;
  EXPECT_NE(told.find("1 MB"), std::string::npos) << told;
}

TEST(ReadFile, SaysWhyAFileCannotBeRead) {
  const test::TestFolder folder;
  const std::string missing = fault(folder / "không có", 100);
  EXPECT_NE(missing.find("không có"), std::string::npos) << missing;
  EXPECT_NE(fault(folder.path(), 1 << 30), "");  // a folder
}

}  // namespace
}  // namespace soat::text
