#include "platform/source.h"

#include <gtest/gtest.h>

#include <system_error>

#include "support/pipe.h"
#include "support/test_folder.h"

namespace soat::platform {
namespace {

using State = Source::State;

TEST(Source, GivesWhatIsThere) {
  test::Pipe pipe;
  Source source(pipe.from(), true);
  std::string bytes;
  EXPECT_EQ(source.read(bytes), State::waiting);
  pipe.write("một");
  Source* const all[] = {&source};
  Source::wait_for_any(all, std::nullopt);
  EXPECT_EQ(source.read(bytes), State::ready);
  EXPECT_EQ(bytes, "một");
  EXPECT_EQ(source.read(bytes), State::waiting);
  pipe.end();
  Source::wait_for_any(all, std::nullopt);
  EXPECT_EQ(source.read(bytes), State::ended);
}

TEST(Source, TimeIsOverSomeDay) {
  test::Pipe pipe;
  Source source(pipe.from(), true);
  Source* const all[] = {&source};
  Source::wait_for_any(all, std::chrono::milliseconds(1));
}

TEST(Source, AFileIsReadToItsEnd) {
  const test::TestFolder folder;
  Source source(folder.write("danh sách", "một\nhai"));
  std::string bytes;
  while (source.read(bytes) == State::ready) continue;
  EXPECT_EQ(bytes, "một\nhai");
  EXPECT_THROW(Source(folder / "không có"), std::system_error);
}

}  // namespace
}  // namespace soat::platform
