#include "training/temporary_file.h"

#include <gtest/gtest.h>

#include <array>
#include <cstddef>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "support/test_folder.h"
#include "text/error.h"
#include "unit/training/files_in.h"

namespace soat::training {
namespace {

std::span<const std::byte> bytes_of(std::string_view text) {
  return std::as_bytes(std::span(text));
}

TEST(TemporaryFile, GivesBackWhatWasWritten) {
  const test::TestFolder folder;
  TemporaryFile file(folder.path());
  file.write(bytes_of("một "));
  file.write(bytes_of("hai"));
  file.rewind();
  std::array<char, 64> read{};
  const std::size_t size = file.read(std::as_writable_bytes(std::span(read)));
  EXPECT_EQ(std::string(read.data(), size), "một hai");
  EXPECT_EQ(file.read(std::as_writable_bytes(std::span(read))), 0U);
  file.rewind();
  EXPECT_EQ(file.read(std::as_writable_bytes(std::span(read).first(4))), 4U);
}

TEST(TemporaryFile, LeavesNothingBehind) {
  const test::TestFolder folder;
  {
    TemporaryFile first(folder.path());
    TemporaryFile second(folder.path());
    TemporaryFile moved(std::move(first));
    second.write(bytes_of("x"));
    moved.write(bytes_of("y"));
  }
  EXPECT_EQ(files_in(folder), 0U);
}

TEST(TemporaryFile, NamesTheFolderThatCannotBeWritten) {
  const test::TestFolder folder;
  const std::filesystem::path missing = folder / "không có";
  try {
    const TemporaryFile file(missing);
    FAIL();
  } catch (const Error& error) {
    EXPECT_NE(std::string(error.what()).find(missing.string()), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace soat::training
