#include "citation/library/attachments.h"

#include <gtest/gtest.h>

#include <fstream>

#include "citation/library/groups.h"
#include "support/test_folder.h"

namespace soat::citation {
namespace {

using nlohmann::json;
using Files = std::vector<std::string>;

TEST(Attachments, FilesAreReadAndWritten) {
  json item = {{"title", "Đò ngang"}};
  set_files(item, {"/home/lan/đò ngang.pdf", "/home/lan/b.djvu"});
  EXPECT_EQ(files_of(item), (Files{"/home/lan/đò ngang.pdf", "/home/lan/b.djvu"}));
  set_files(item, {});
  EXPECT_EQ(item, json({{"title", "Đò ngang"}}));
  EXPECT_TRUE(files_of({{"custom", {{"files", 5}}}}).empty());
  EXPECT_TRUE(files_of({{"custom", "files"}}).empty());
}

TEST(Attachments, DocumentsDoNotCarryThem) {
  json item = {{"title", "Đò ngang"}, {"custom", {{"short", "x"}}}};
  set_files(item, {"/home/lan/a.pdf"});
  set_collections(item, {"Sông nước"});
  set_tags(item, {"đò"});
  EXPECT_EQ(carried_by_documents(item), json({{"title", "Đò ngang"}, {"custom", {{"short", "x"}}}}));
}

TEST(Attachments, ThePageIsTheAddressOrThatOfTheDoi) {
  EXPECT_EQ(page_of({{"URL", "https://example.org/a"}, {"DOI", "10.1000/1"}}), "https://example.org/a");
  EXPECT_EQ(page_of({{"DOI", "10.1000/1"}}), "https://doi.org/10.1000/1");
  EXPECT_EQ(page_of({{"DOI", "https://doi.org/10.1000/1"}}), "https://doi.org/10.1000/1");
  EXPECT_EQ(page_of({{"title", "x"}}), "");
}

TEST(Attachments, NothingButAPageOfTheWebIsOpenedAsOne) {
  for (const char* address : {"javascript:alert(1)", "file:///etc/passwd", "macro:///a.b.c", "smb://x/y", "vnd.x:y"})
    EXPECT_EQ(page_of({{"URL", address}}), "") << address;
}

TEST(Attachments, PathsThatBeginInTheFolderOfTheBibliographyBecomeWhole) {
  const test::TestFolder folder;
  std::filesystem::create_directories(folder.path() / "tệp");
  std::ofstream(folder.path() / "tệp" / "a.pdf") << "x";
  json items = {{{"title", "a"}}, {{"title", "b"}}};
  set_files(items[0], {"tệp/a.pdf", "tệp/none.pdf"});
  find_files(items, folder.path());
  EXPECT_EQ(files_of(items[0]), (Files{(folder.path() / "tệp" / "a.pdf").string(), "tệp/none.pdf"}));
  EXPECT_TRUE(files_of(items[1]).empty());
}

}  // namespace
}  // namespace soat::citation
