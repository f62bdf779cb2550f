#include "citation/csl/shipped_files.h"

#include <gtest/gtest.h>

#include <string>

#include "support/table_file.h"
#include "text/checksum.h"
#include "text/error.h"

namespace soat::citation {
namespace {

std::string digits_of(std::string_view bytes) {
  const auto digits = text::checksum_digits(text::checksum(bytes));
  return {digits.data(), digits.size()};
}

TEST(ShippedFiles, AreThoseOfTheList) {
  const soat::test::TestFolder folder;
  std::filesystem::create_directories(folder / "styles");
  soat::test::write_table(folder, "checksums.txt", "checksums", "styles/a.csl\t" + digits_of("nội dung") + "\n");
  check_list(folder.path());
  EXPECT_TRUE(is_listed(folder / "styles" / "a.csl"));
  EXPECT_FALSE(is_listed(folder / "styles" / "b.csl"));
  EXPECT_FALSE(is_listed(folder / "locales" / "a.csl"));
  check_listed(folder / "styles" / "a.csl", "nội dung");
  check_listed(folder / "styles" / "b.csl", "của người dùng");
  EXPECT_THROW(check_listed(folder / "styles" / "a.csl", "nội dung khác"), Error);
}

TEST(ShippedFiles, WithoutAListEverythingIsTheUsers) {
  const soat::test::TestFolder folder;
  EXPECT_FALSE(is_listed(folder / "styles" / "a.csl"));
  check_listed(folder / "styles" / "a.csl", "gì cũng được");
  EXPECT_THROW(check_list(folder.path()), Error);
}

TEST(ShippedFiles, ADamagedListIsToldOnce) {
  const soat::test::TestFolder folder;
  folder.write("checksums.txt", "gì đó\n");
  EXPECT_THROW(check_list(folder.path()), Error);
  EXPECT_FALSE(is_listed(folder / "styles" / "a.csl"));
  check_listed(folder / "styles" / "a.csl", "x");
}

TEST(ShippedFiles, OfTheDataAreAllAsTheyWere) {
  check_list(SOAT_SOURCE_DIR "/dictionaries/vi/citation");
  EXPECT_TRUE(is_listed(SOAT_SOURCE_DIR "/dictionaries/vi/citation/styles/apa.csl"));
}

}  // namespace
}  // namespace soat::citation
