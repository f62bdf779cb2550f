#include "model/output_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "support/model_sample.h"
#include "text/error.h"

namespace soat::model {
namespace {

namespace fs = std::filesystem;

std::size_t files_in(const TestFolder& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), {}));
}

TEST(OutputFile, AppearsOnlyWhenComplete) {
  const TestFolder folder;
  {
    OutputFile file(folder / "left");
    file.write("half");
  }
  EXPECT_EQ(files_in(folder), 0U);
  EXPECT_THROW(OutputFile(folder / "no-such-folder" / "file"), Error);
  EXPECT_THROW(OutputFile(folder.path()), Error);
}

TEST(OutputFile, TwoForOneNameDoNotCollide) {
  const TestFolder folder;
  OutputFile first(folder / "a");
  OutputFile second(folder / "a");
  first.write("first");
  second.write("second");
  second.commit();
  first.commit();
  EXPECT_EQ(read_bytes(folder / "a"), "first");
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(OutputFile, NothingIsLeftWhenASignalEndsTheProgram) {
  const TestFolder folder;
  const auto path = folder.write("a", "old");
  OutputFile file(path);
  file.write("half");
  EXPECT_EQ(files_in(folder), 2U);
  OutputFile::remove_unfinished();
  // A system may show the name of a removed file until it is closed, but does not open it.
  for (const fs::directory_entry& entry : fs::directory_iterator(folder.path()))
    EXPECT_TRUE(entry.path() == path || !std::ifstream(entry.path())) << entry.path();
  EXPECT_EQ(read_bytes(path), "old");
}

}  // namespace
}  // namespace soat::model
