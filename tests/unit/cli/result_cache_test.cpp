#include "cli/result_cache.h"

#include <gtest/gtest.h>

#include <fstream>

#include "support/test_folder.h"
#include "text/error.h"

namespace soat::cli {
namespace {

std::optional<std::string> got(const ResultCache& cache, const std::string& key, bool damaged = false) {
  bool is_damaged = false;
  auto bytes = cache.get(key, is_damaged);
  EXPECT_EQ(is_damaged, damaged);
  return bytes;
}

TEST(ResultCache, GivesBackWhatWasPut) {
  const test::TestFolder folder;
  const ResultCache cache(folder / "bộ nhớ");
  const std::string key = ResultCache::key("nội dung", "cài đặt");
  EXPECT_FALSE(got(cache, key));
  cache.put(key, std::string("kết\0quả\n", 10));
  EXPECT_EQ(got(cache, key), std::string("kết\0quả\n", 10));
  cache.put(key, "");
  EXPECT_EQ(got(ResultCache(folder / "bộ nhớ"), key), "");
}

TEST(ResultCache, KeysDependOnContentAndSettings) {
  const std::string key = ResultCache::key("a", "b");
  EXPECT_EQ(key.size(), 32U);
  EXPECT_EQ(key, ResultCache::key("a", "b"));
  for (const auto& [content, settings] : {std::pair("a", "c"), {"c", "b"}, {"b", "a"}, {"", "ab"}, {"ab", ""}})
    EXPECT_NE(key, ResultCache::key(content, settings));
}

TEST(ResultCache, ADamagedEntryIsNone) {
  const test::TestFolder folder;
  const ResultCache cache(folder.path());
  const std::string key = ResultCache::key("a", "b");
  cache.put(key, "kết quả");
  const std::filesystem::path file = folder.path() / key.substr(0, 2) / key.substr(2);
  ASSERT_TRUE(std::filesystem::exists(file));
  std::ofstream(file, std::ios::app) << "x";
  EXPECT_FALSE(got(cache, key, true));
  std::filesystem::resize_file(file, 3);
  EXPECT_FALSE(got(cache, key, true));
  cache.put(key, "lại");
  EXPECT_EQ(got(cache, key), "lại");
}

TEST(ResultCache, WhatCannotBeKeptIsNoTrouble) {
  const test::TestFolder folder;
  const ResultCache cache(folder.path());
  const std::string key = ResultCache::key("a", "b");
  folder.write(key.substr(0, 2), "a file where the folder should be");
  cache.put(key, "kết quả");
  EXPECT_FALSE(got(cache, key));
}

TEST(ResultCache, SaysWhyThereCannotBeOne) {
  const test::TestFolder folder;
  EXPECT_THROW(ResultCache(folder.write("tệp", "") / "x"), Error);
}

}  // namespace
}  // namespace soat::cli
