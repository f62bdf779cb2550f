#include "platform/terminal.h"

#include <gtest/gtest.h>

#include "platform/files.h"
#include "support/test_folder.h"

namespace soat::platform {
namespace {

TEST(Terminal, AFileIsNone) {
  const test::TestFolder folder;
  std::FILE* const file = open_file(folder / "tệp", "wb");
  ASSERT_NE(file, nullptr);
  EXPECT_FALSE(is_terminal(file));
  std::fclose(file);
}

}  // namespace
}  // namespace soat::platform
