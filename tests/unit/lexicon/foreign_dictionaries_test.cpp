#include "lexicon/foreign_dictionaries.h"

#include <gtest/gtest.h>

#include <array>
#include <filesystem>
#include <thread>
#include <vector>

#include "support/test_folder.h"

namespace soat::lexicon {
namespace {

// A folder with a small English dictionary of our own.
class ForeignDictionariesTest : public testing::Test {
 protected:
  void SetUp() override {
    write("en_GB.aff", "SET UTF-8\n");
    write("en_GB.dic", "2\nharbour\nkettle\n");
    write("fr.aff", "SET ISO8859-1\n");
    write("fr.dic", "1\n\xE9t\xE9\n");
    write("vi_VN.aff", "SET UTF-8\n");
    write("vi_VN.dic", "1\nnguoi\n");
  }

  void write(const char* name, const char* text) const { folder_.write(name, text); }

  test::TestFolder folder_;
};

TEST_F(ForeignDictionariesTest, KnowsEnglishAndFrenchWordsInAnyCase) {
  const std::array folders = {folder_.path()};
  const ForeignDictionaries dictionaries(folders);
  EXPECT_TRUE(dictionaries.contains(u"harbour"));
  EXPECT_TRUE(dictionaries.contains(u"Kettle"));
  EXPECT_TRUE(dictionaries.contains(u"été"));
  EXPECT_FALSE(dictionaries.contains(u"harbur"));
}

TEST_F(ForeignDictionariesTest, LeavesVietnameseDictionariesAndVietnameseWordsAlone) {
  const std::array folders = {folder_.path()};
  const ForeignDictionaries dictionaries(folders);
  EXPECT_FALSE(dictionaries.contains(u"nguoi"));
  EXPECT_FALSE(dictionaries.contains(u"nguời"));
}

TEST_F(ForeignDictionariesTest, IsEmptyWithoutFolders) {
  const std::array folders = {folder_ / "none"};
  EXPECT_FALSE(ForeignDictionaries(folders).contains(u"harbour"));
  EXPECT_FALSE(ForeignDictionaries({}).contains(u"harbour"));
}

TEST_F(ForeignDictionariesTest, BearsADamagedDictionary) {
  write("en_GB.dic", "\xFF\xFE not a list \x00");
  write("en_GB.aff", "SET UTF-8\nSFX A Y 99999\n");
  const std::array folders = {folder_.path()};
  EXPECT_FALSE(ForeignDictionaries(folders).contains(u"harbour"));
}

TEST_F(ForeignDictionariesTest, AnswersSeveralThreads) {
  const std::array folders = {folder_.path()};
  const ForeignDictionaries dictionaries(folders);
  std::array<int, 4> known{};
  std::vector<std::thread> threads;
  for (int& count : known) {
    threads.emplace_back([&dictionaries, &count] {
      for (int i = 0; i < 200; ++i) count += dictionaries.contains(u"kettle") && !dictionaries.contains(u"ketle");
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const int count : known) EXPECT_EQ(count, 200);
}

}  // namespace
}  // namespace soat::lexicon
