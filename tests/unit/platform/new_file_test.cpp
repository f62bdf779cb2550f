#include "platform/new_file.h"

#include <gtest/gtest.h>

#include <cerrno>

#include "support/test_folder.h"

namespace soat::platform {
namespace {

TEST(NewFile, IsWrittenAndRemoved) {
  const test::TestFolder folder;
  const std::filesystem::path path = folder / "tệp mới";
  std::FILE* const file = create_file(path, true);
  ASSERT_NE(file, nullptr);
  std::fputs("một\n", file);
  EXPECT_TRUE(take_rights(file, folder / "không có"));
  EXPECT_TRUE(write_through(file));
  std::fclose(file);
  EXPECT_EQ(std::filesystem::file_size(path), 6U);
  remove_at_once(path.c_str());
  EXPECT_FALSE(std::filesystem::exists(path));
}

TEST(NewFile, TakesNoNameThatIsThere) {
  const test::TestFolder folder;
  const std::filesystem::path path = folder.write("cũ", "cũ");
  errno = 0;
  EXPECT_EQ(create_file(path, false), nullptr);
  EXPECT_EQ(errno, EEXIST);
  EXPECT_EQ(create_file(folder / "không có" / "tệp", false), nullptr);
  EXPECT_EQ(errno, ENOENT);
}

TEST(NewFile, EndingIsHeldAndLetGo) {
  const EndingHeld outer;
  const EndingHeld inner;
}

}  // namespace
}  // namespace soat::platform
