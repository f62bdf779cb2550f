#include "citation/session/entry.h"

#include <gtest/gtest.h>

#include "citation/session/faults.h"
#include "citation/zotero/rich_text.h"
#include "support/test_folder.h"
#include "unit/citation/fixture.h"

namespace soat::citation::session {
namespace {

FormatterSetup setup_for(const std::string& style) {
  FormatterSetup setup;
  setup.style = citation::test::options_for(style).style.info.id;
  setup.style_folders = {citation::test::data_folder() / "styles"};
  setup.locale_folders = {citation::test::data_folder() / "locales"};
  setup.locale = "vi-VN";
  return setup;
}

const zotero::Json kBook = {{"id", 7},
                            {"type", "book"},
                            {"title", "Sông nước"},
                            {"author", zotero::Json::array({{{"family", "Trần"}, {"given", "Văn Út"}}})},
                            {"issued", {{"date-parts", zotero::Json::array({zotero::Json::array({2003})})}}},
                            {"publisher", "NXB Trẻ"}};

TEST(Entry, IsWhatTheListSays) {
  const auto runs = zotero::read_rtf(format_entry(setup_for("apa"), kBook));
  EXPECT_EQ(zotero::plain_text(runs), u"Trần Văn Út. (2003). Sông nước. NXB Trẻ.");
  ASSERT_EQ(runs.size(), 3U);
  EXPECT_TRUE(runs[1].italic);
}

TEST(Entry, HasNoNumber) {
  EXPECT_EQ(zotero::plain_text(zotero::read_rtf(format_entry(setup_for("ieee"), kBook))),
            u"Trần Văn Út, Sông nước. NXB Trẻ, 2003.");
  EXPECT_EQ(zotero::plain_text(zotero::read_rtf(format_entry(setup_for("bo-giao-duc-va-dao-tao"), kBook))),
            u"Trần Văn Út (2003), Sông nước, NXB Trẻ.");
}

TEST(Entry, WorksOfOtherHandsAreRead) {
  const zotero::Json poor = {{"title", "Một"}, {"author", "Nguyễn Văn A"}, {"issued", "2001"}};
  const std::u16string said = zotero::plain_text(zotero::read_rtf(format_entry(setup_for("apa"), poor)));
  EXPECT_NE(said.find(u"Nguyễn Văn A"), std::u16string::npos);
  EXPECT_NE(said.find(u"2001"), std::u16string::npos);
}

TEST(Entry, AStyleWithoutAListIsSaid) {
  const soat::test::TestFolder folder;
  folder.write(
      "notes.csl",
      "<style xmlns=\"http://purl.org/net/xbiblio/csl\" version=\"1.0\" class=\"note\"><info><title>Notes</title>"
      "<id>urn:notes</id></info><citation><layout><text variable=\"title\"/></layout></citation></style>");
  FormatterSetup setup = setup_for("apa");
  setup.style = "urn:notes";
  setup.style_folders = {folder.path()};
  EXPECT_THROW(format_entry(setup, kBook), Fault);
}

}  // namespace
}  // namespace soat::citation::session
