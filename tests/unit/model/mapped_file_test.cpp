#include "model/mapped_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include "support/test_folder.h"
#include "text/error.h"

namespace soat::model {
namespace {

std::string_view text_of(const MappedFile& file) {
  return {reinterpret_cast<const char*>(file.bytes().data()), file.bytes().size()};
}

TEST(MappedFile, GivesTheBytes) {
  const test::TestFolder folder;
  const MappedFile file(folder.write("a", std::string_view("a\0b", 3)));
  EXPECT_EQ(text_of(file), std::string_view("a\0b", 3));
}

TEST(MappedFile, OfAnEmptyFileHasNone) {
  const test::TestFolder folder;
  EXPECT_TRUE(MappedFile(folder.write("a", "")).bytes().empty());
  EXPECT_TRUE(MappedFile().bytes().empty());
}

TEST(MappedFile, HandsItsBytesOn) {
  const test::TestFolder folder;
  MappedFile first(folder.write("a", "một"));
  MappedFile second(std::move(first));
  EXPECT_EQ(text_of(second), "một");
  EXPECT_TRUE(first.bytes().empty());  // NOLINT(bugprone-use-after-move): left empty
  MappedFile third(folder.write("b", "hai"));
  third = std::move(second);
  EXPECT_EQ(text_of(third), "một");
}

TEST(MappedFile, StaysWhenTheFileIsReplaced) {
  const test::TestFolder folder;
  const MappedFile file(folder.write("a", "cũ"));
  std::error_code refused;  // not every system lets a file that is mapped be replaced
  std::filesystem::rename(folder.write("b", "mới"), folder / "a", refused);
  EXPECT_EQ(text_of(file), "cũ");
}

TEST(MappedFile, NamesWhatCannotBeMapped) {
  const test::TestFolder folder;
  for (const std::filesystem::path& path : {folder / "không có", folder.path()}) {
    try {
      const MappedFile file(path);
      ADD_FAILURE() << path;
    } catch (const Error& error) {
      EXPECT_NE(std::string(error.what()).find(path.string()), std::string::npos) << error.what();
    }
  }
}

}  // namespace
}  // namespace soat::model
