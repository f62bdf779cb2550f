#include "citation/engine/style_files.h"

#include <gtest/gtest.h>

#include "fixture.h"
#include "support/test_folder.h"
#include "text/error.h"

namespace soat::citation {
namespace {

std::string style(const std::string& id, const std::string& title) {
  return "<style xmlns=\"http://purl.org/net/xbiblio/csl\" class=\"in-text\" version=\"1.0\"><info><title>" + title +
         "</title><id>" + id + "</id></info><citation><layout><text variable=\"title\"/></layout></citation></style>";
}

TEST(StyleFiles, TheShippedOnesAreListedAndFound) {
  const StyleFiles files({test::data_folder() / "styles", "/không/có"});
  EXPECT_EQ(files.list().size(), 6U);
  const auto apa = files.find("http://www.zotero.org/styles/apa");
  ASSERT_TRUE(apa);
  EXPECT_EQ(apa->path.filename(), "apa.csl");
  EXPECT_FALSE(files.find("http://www.zotero.org/styles/không-có"));
}

TEST(StyleFiles, AStyleIsAddedUnderItsOwnName) {
  const soat::test::TestFolder folder;
  const auto mine = folder.write("tải về (1).csl", style("http://a.example/kieu-rieng", "Kiểu riêng"));
  const StyleFile added = StyleFiles::add(mine, folder / "styles");
  EXPECT_EQ(added.path, folder / "styles" / "kieu-rieng.csl");
  EXPECT_EQ(added.info.title, "Kiểu riêng");
  StyleFiles::add(folder.write("b.csl", style("http://a.example/kieu-rieng", "Kiểu riêng, mới")), folder / "styles");
  const StyleFile other =
      StyleFiles::add(folder.write("c.csl", style("http://b.example/kieu-rieng", "Kiểu khác")), folder / "styles");
  const StyleFiles files(std::vector{folder / "styles"});
  ASSERT_EQ(files.list().size(), 2U);
  EXPECT_EQ(files.find("http://a.example/kieu-rieng")->info.title, "Kiểu riêng, mới");
  EXPECT_EQ(files.find("http://b.example/kieu-rieng")->path, other.path);
}

TEST(StyleFiles, WhatIsNoStyleChangesNothing) {
  const soat::test::TestFolder folder;
  EXPECT_THROW(StyleFiles::add(folder.write("a.csl", "<html/>"), folder / "styles"), Error);
  EXPECT_THROW(StyleFiles::add(folder / "absent.csl", folder / "styles"), Error);
  EXPECT_FALSE(std::filesystem::exists(folder / "styles"));
}

}  // namespace
}  // namespace soat::citation
