#include "citation/library/open_library.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "unit/citation/library/library_test.h"

namespace soat::citation {
namespace {

TEST_F(LibraryTest, ADamagedFileIsKeptAside) {
  {
    Library library(file());
    for (int i = 0; i < 200; ++i) library.add(book("Sách số " + std::to_string(i), "Lê", "Út", 1900 + i));
  }
  const auto size = std::filesystem::file_size(file());
  {
    std::fstream broken(file(), std::ios::in | std::ios::out | std::ios::binary);
    broken.seekp(4096);
    broken << std::string(4096, 'x');
  }
  OpenedLibrary opened = open_library(file());
  EXPECT_EQ(opened.health, LibraryHealth::damaged);
  ASSERT_TRUE(opened.library);
  EXPECT_EQ(opened.library->size(), 0U);
  ASSERT_TRUE(opened.kept);
  EXPECT_EQ(std::filesystem::file_size(*opened.kept), size);
  opened.library->add(book("Mới", "Lê", "Út", 2020));
  opened = {};
  EXPECT_EQ(open_library(file()).library->size(), 1U);
}

TEST_F(LibraryTest, TellsWhyAFileCannotBeOpened) {
  std::filesystem::create_directories(file());
  EXPECT_EQ(open_library(file()).health, LibraryHealth::unreadable);
  std::filesystem::remove_all(file());
  EXPECT_EQ(health_of(file()), LibraryHealth::absent);
  EXPECT_EQ(open_library(file()).health, LibraryHealth::absent);
  EXPECT_EQ(health_of(file()), LibraryHealth::sound);
}

}  // namespace
}  // namespace soat::citation
