#include "citation/csl/style_files.h"

#include <gtest/gtest.h>

#include "support/test_folder.h"
#include "text/error.h"
#include "unit/citation/fixture.h"

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
  const StyleFiles none({});
  const StyleFile added = none.add(mine, folder / "styles");
  EXPECT_EQ(added.path, folder / "styles" / "kieu-rieng.csl");
  EXPECT_EQ(added.info.title, "Kiểu riêng");
  none.add(folder.write("b.csl", style("http://a.example/kieu-rieng", "Kiểu riêng, mới")), folder / "styles");
  const StyleFile other =
      none.add(folder.write("c.csl", style("http://b.example/kieu-rieng", "Kiểu khác")), folder / "styles");
  const StyleFiles files(std::vector{folder / "styles"});
  ASSERT_EQ(files.list().size(), 2U);
  EXPECT_EQ(files.find("http://a.example/kieu-rieng")->info.title, "Kiểu riêng, mới");
  EXPECT_EQ(files.find("http://b.example/kieu-rieng")->path, other.path);
}

std::string dependent(const std::string& id, const std::string& parent) {
  return "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" default-locale=\"fr-FR\"><info><title>Tạp "
         "chí Bến</title>"
         "<id>" +
         id + "</id><link href=\"" + parent + "\" rel=\"independent-parent\"/></info></style>";
}

TEST(StyleFiles, AStyleThatRefersToAnotherIsThatOneUnderItsOwnName) {
  const soat::test::TestFolder folder;
  std::filesystem::create_directories(folder / "dependent");
  folder.write("cha.csl", style("http://a.example/cha", "Kiểu cha"));
  const auto child =
      folder.write("dependent/kieu-con.csl", dependent("http://a.example/kieu-con", "http://a.example/cha"));
  for (const StyleFiles& files : {StyleFiles({}), StyleFiles(std::vector{folder.path()})}) {
    const CheckedStyle opened = files.open(child);
    EXPECT_EQ(opened.info.id, "http://a.example/kieu-con");
    EXPECT_EQ(opened.info.title, "Tạp chí Bến");
    EXPECT_EQ(opened.info.default_locale, "fr-FR");
    EXPECT_EQ(opened.info.parent, "http://a.example/cha");
    EXPECT_NE(opened.xml.find("<layout>"), std::string::npos);
  }
  const StyleFiles files(std::vector{folder.path()});
  const auto found = files.find("http://a.example/kieu-con");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->path, child);
  EXPECT_EQ(files.find_file("kieu-con"), child);
  // Once added it stands with the user's own, and its rules are still found.
  const StyleFile added = files.add(child, folder / "mine");
  const StyleFiles both({folder / "mine", folder.path()});
  EXPECT_EQ(both.find("http://a.example/kieu-con")->path, added.path);
  EXPECT_EQ(both.list().size(), 2U);
}

TEST(StyleFiles, AStyleWhoseRulesAreNotThereSaysWhichOne) {
  const soat::test::TestFolder folder;
  const auto orphan = folder.write("kieu-con.csl", dependent("http://a.example/kieu-con", "http://a.example/cha"));
  folder.write("cha.csl", dependent("http://a.example/cha", "http://a.example/kieu-con"));  // no rules there either
  try {
    StyleFiles(std::vector{folder.path()}).open(orphan);
    FAIL();
  } catch (const DependentStyle& error) {
    EXPECT_NE(std::string(error.what()).find("http://a.example/cha"), std::string::npos);
    EXPECT_NE(std::string(error.what()).find(orphan.string()), std::string::npos);
  }
}

TEST(StyleFiles, ADamagedFileIsNamed) {
  const soat::test::TestFolder folder;
  const std::string whole = style("x", "Kiểu");
  for (const std::string& bytes :
       {std::string(), whole.substr(0, whole.size() / 2), std::string("{}"), std::string("\xFF\xFE")}) {
    const auto file = folder.write("hỏng.csl", bytes);
    try {
      StyleFiles({}).open(file);
      FAIL();
    } catch (const Error& error) {
      EXPECT_EQ(std::string(error.what()).rfind(file.string() + ":", 0), 0U) << error.what();
    }
  }
  EXPECT_THROW(StyleFiles({}).open(folder.path()), Error);
}

TEST(StyleFiles, WhatIsNoStyleChangesNothing) {
  const soat::test::TestFolder folder;
  const StyleFiles none({});
  EXPECT_THROW(none.add(folder.write("a.csl", "<html/>"), folder / "styles"), Error);
  EXPECT_THROW(none.add(folder / "absent.csl", folder / "styles"), Error);
  EXPECT_FALSE(std::filesystem::exists(folder / "styles"));
}

}  // namespace
}  // namespace soat::citation
