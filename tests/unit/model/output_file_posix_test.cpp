#include <gtest/gtest.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include <csignal>
#include <iterator>
#include <thread>
#include <vector>

#include "model/output_file.h"
#include "support/model_sample.h"
#include "text/error.h"

namespace soat::model {
namespace {

namespace fs = std::filesystem;

std::size_t files_in(const TestFolder& folder) {
  return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder.path()), {}));
}

void put(const fs::path& path, std::string_view bytes) {
  OutputFile file(path);
  file.write(bytes);
  file.commit();
}

// Writing past the limit fails as on a full disk.
TEST(OutputFile, AFullDiskLeavesWhatWasThere) {
  const TestFolder folder;
  const auto path = folder.write("model", "old");
  rlimit limit{};
  ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &limit), 0);
  const rlimit small{1 << 16, limit.rlim_max};
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &small), 0);
  const std::vector<std::byte> bytes(1 << 20);
  EXPECT_THROW(
      {
        OutputFile file(path);
        file.write(bytes);
        file.commit();
      },
      Error);
  setrlimit(RLIMIT_FSIZE, &limit);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(read_bytes(path), "old");
  EXPECT_EQ(files_in(folder), 1U);
}

TEST(OutputFile, KeepsTheMode) {
  const TestFolder folder;
  const auto path = folder.write("a", "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
  const auto mode = fs::status(path).permissions();
  put(path, "new");
  EXPECT_EQ(read_bytes(path), "new");
  EXPECT_EQ(fs::status(path).permissions(), mode);
}

TEST(OutputFile, WhatReplacesASecretIsNoLessSecretMeanwhile) {
  const TestFolder folder;
  const auto path = folder.write("a", "old");
  fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write);
  OutputFile file(path);
  for (const auto& entry : fs::directory_iterator(folder.path()))
    EXPECT_EQ(entry.status().permissions(), fs::perms::owner_read | fs::perms::owner_write) << entry.path();
}

TEST(OutputFile, LinkStaysALink) {
  const TestFolder folder;
  folder.write("target", "old");
  fs::create_symlink("target", folder / "link");
  fs::create_symlink("link", folder / "link of link");
  put(folder / "link of link", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_TRUE(fs::is_symlink(folder / "link of link"));
  EXPECT_EQ(read_bytes(folder / "target"), "new");
}

TEST(OutputFile, LinkThatLeadsNowhereGetsItsTarget) {
  const TestFolder folder;
  fs::create_symlink("missing", folder / "link");
  put(folder / "link", "new");
  EXPECT_TRUE(fs::is_symlink(folder / "link"));
  EXPECT_EQ(read_bytes(folder / "missing"), "new");
  fs::create_symlink("ring", folder / "ring");
  EXPECT_THROW(OutputFile(folder / "ring"), Error);
}

TEST(OutputFile, PlantedNamesAreNotFollowed) {
  const TestFolder folder;
  const auto victim = folder.write("victim", "precious");
  fs::create_symlink(victim, folder / "model.partial");
  put(folder / "model", "new");
  EXPECT_EQ(read_bytes(victim), "precious");
  EXPECT_FALSE(fs::is_symlink(folder / "model"));
}

TEST(OutputFile, PipeIsWrittenTo) {
  const TestFolder folder;
  const auto path = folder / "pipe";
  ASSERT_EQ(mkfifo(path.c_str(), 0600), 0);
  std::string got;
  std::thread reader([&] { got = read_bytes(path); });
  put(path, "through");
  reader.join();
  EXPECT_EQ(got, "through");
  EXPECT_TRUE(fs::is_fifo(path));
}

#ifdef __linux__
TEST(OutputFile, DeviceStaysADevice) {
  put("/dev/null", "away");
  EXPECT_TRUE(fs::is_character_file("/dev/null"));
  EXPECT_THROW(put("/dev/full", "away"), Error);
  EXPECT_TRUE(fs::is_character_file("/dev/full"));
}
#endif

}  // namespace
}  // namespace soat::model
