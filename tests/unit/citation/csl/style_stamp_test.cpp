#include "citation/csl/style_stamp.h"

#include <gtest/gtest.h>

#include <chrono>
#include <fstream>

#include "support/test_folder.h"

namespace soat::citation {
namespace {

TEST(StyleStamp, ChangesWithTimeSizeAndAbsence) {
  const soat::test::TestFolder folder;
  const std::filesystem::path file = folder / "soat-style-stamp.csl";
  const auto stamp = [&] { return stamps_of({file}).at(0); };
  const FileStamp absent = stamp();
  EXPECT_FALSE(absent.there);
  std::ofstream(file) << "ab";
  const FileStamp first = stamp();
  EXPECT_TRUE(first.there);
  EXPECT_EQ(first.size, 2U);
  EXPECT_EQ(stamp(), first);
  std::filesystem::last_write_time(file, first.written + std::chrono::seconds(5));
  EXPECT_NE(stamp(), first);
  std::ofstream(file) << "abc";
  std::filesystem::last_write_time(file, first.written);
  EXPECT_NE(stamp(), first);  // of the same time, longer
  std::filesystem::remove(file);
  EXPECT_EQ(stamp(), absent);
}

TEST(StyleStamp, HasOneForEachFile) {
  EXPECT_TRUE(stamps_of({}).empty());
  const auto stamps = stamps_of({std::filesystem::path(SOAT_SOURCE_DIR) / "README.md", "/no such file"});
  ASSERT_EQ(stamps.size(), 2U);
  EXPECT_TRUE(stamps[0].there);
  EXPECT_EQ(stamps[1], FileStamp());
}

}  // namespace
}  // namespace soat::citation
