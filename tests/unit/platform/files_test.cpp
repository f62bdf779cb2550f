#include "platform/files.h"

#include <gtest/gtest.h>

#include <cerrno>
#include <memory>

#include "support/test_folder.h"

namespace soat::platform {
namespace {

namespace fs = std::filesystem;

struct Close {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using Opened = std::unique_ptr<std::FILE, Close>;

TEST(Files, NamesMayHaveAnyLetters) {
  const test::TestFolder folder;
  const fs::path file = folder.write("bài viết ngắn.txt", "một\r\nhai");
  const Opened opened(open_file(file, "rb"));
  ASSERT_TRUE(opened);
  char bytes[64] = {};
  EXPECT_EQ(std::fread(bytes, 1, sizeof bytes, opened.get()), 10U);
  EXPECT_EQ(std::string(bytes), "một\r\nhai");
  EXPECT_EQ(size_of(opened.get()), 10U);
}

TEST(Files, PathsAreMadeOfUtf8) {
  for (const char* const name : {"đường dẫn", "a", "", "𝒳 và 😀"}) {
    const std::u8string expected(reinterpret_cast<const char8_t*>(name));
    EXPECT_TRUE(fs::path(name).u8string() == expected) << name;
    EXPECT_EQ(fs::path(std::string(name)).string(), name);
    EXPECT_EQ(fs::path(expected).string(), name);
  }
}

TEST(Files, WhatIsNotThereCannotBeOpened) {
  const test::TestFolder folder;
  errno = 0;
  EXPECT_EQ(open_file(folder / "không có", "rb"), nullptr);
  EXPECT_EQ(errno, ENOENT);
}

TEST(Files, ExclusiveOpeningRefusesWhatIsThere) {
  const test::TestFolder folder;
  { const Opened first(open_file(folder / "một", "w+bx")); }
  errno = 0;
  EXPECT_EQ(open_file(folder / "một", "w+bx"), nullptr);
  EXPECT_EQ(errno, EEXIST);
}

TEST(Files, AFolderOfOurOwnIsWritable) {
  const test::TestFolder folder;
  std::error_code failed;
  EXPECT_TRUE(is_writable_folder(folder.path(), failed));
  EXPECT_FALSE(failed);
  EXPECT_FALSE(is_writable_folder(folder / "không có", failed));
  EXPECT_EQ(failed.default_error_condition(), std::errc::no_such_file_or_directory);
}

TEST(Files, APrivateFolderIsNewEachTime) {
  std::error_code failed;
  const fs::path first = make_private_folder(failed);
  ASSERT_FALSE(failed);
  const fs::path second = make_private_folder(failed);
  EXPECT_TRUE(fs::is_directory(first));
  EXPECT_NE(first, second);
  fs::remove(first);
  fs::remove(second);
}

TEST(Files, AFolderIsNoProgram) {
  const test::TestFolder folder;
  EXPECT_FALSE(is_program(folder.path()));
  EXPECT_FALSE(is_program(folder / "không có"));
}

}  // namespace
}  // namespace soat::platform
