#include "platform/locked_file.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <system_error>

#include "support/test_folder.h"

namespace soat::platform {
namespace {

std::string read(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

TEST(LockedFile, IsMadeWrittenAndCut) {
  const test::TestFolder folder;
  const auto path = folder / "kết quả";
  {
    LockedFile file(path);
    EXPECT_EQ(file.size(), 0U);
    file.write("một\n");
    file.write("hai\n");
    EXPECT_EQ(read(path), "một\nhai\n");
    file.cut(6);
    file.write("ba\n");
  }
  EXPECT_EQ(read(path), "một\nba\n");
  LockedFile again(path);
  EXPECT_EQ(again.size(), 9U);
}

TEST(LockedFile, IsForOneOnly) {
  const test::TestFolder folder;
  const auto path = folder / "kết quả";
  const LockedFile first(path);
  try {
    const LockedFile second(path);
    FAIL();
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), std::errc::resource_unavailable_try_again);
  }
}

TEST(LockedFile, SaysWhyItCannotBeMade) {
  const test::TestFolder folder;
  try {
    const LockedFile file(folder / "không có" / "tệp");
    FAIL();
  } catch (const std::system_error& error) {
    EXPECT_EQ(error.code(), std::errc::no_such_file_or_directory);
  }
}

}  // namespace
}  // namespace soat::platform
