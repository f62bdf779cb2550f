#include <gtest/gtest.h>

#include "citation/session/commands.h"
#include "citation/zotero/json_access.h"
#include "paper.h"

namespace soat::citation::session {
namespace {

using test::book;
using test::cites;
using test::Desk;
using Texts = std::vector<std::string>;

const Json kAnh = book("anh", "Nguyễn", "Chợ nổi", 1999);
const Json kUt = book("ut", "Trần", "Sông nước", 2003);

OtherField citation(const std::string& program, const Json& item, const std::string& text, Json properties = {}) {
  return {program, false, Json{{"citationItems", cites(item)}, {"properties", std::move(properties)}}, text, true};
}

OtherField list(const std::string& program) {
  return {program, true, nullptr, "Danh mục", true};
}

void lay(Desk& desk, const std::vector<OtherField>& others) {
  for (const OtherField& other : others) desk.paper.others.push_back(other.text);
}

TEST(TakeOver, CitationsAndListBecomeOurs) {
  const std::vector<OtherField> others = {citation("Mendeley", kUt, "(Trần, 2003)"),
                                          citation("Mendeley", kAnh, "(Nguyễn, 1999)"), list("Mendeley")};
  Desk desk;
  lay(desk, others);
  const Tally tally = desk.run(take_over(desk.session, others, ""));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]"}));
  EXPECT_EQ(desk.paper.others, (Texts{"", "", ""}));
  EXPECT_EQ(desk.paper.list().lines.size(), 2U);
  EXPECT_EQ(tally.left, 0U);
  const Json& data = desk.paper.items[0].code->data;
  EXPECT_FALSE(zotero::string_at(data, "citationID").empty());
  EXPECT_EQ(zotero::member(data.at("citationItems")[0], "itemData").at("title"), "Sông nước");
}

TEST(TakeOver, WhatHasNoDataStaysWithTheListOfItsProgram) {
  OtherField bare{"EndNote", false, nullptr, "(Lê, 2014)", true};
  const std::vector<OtherField> others = {citation("Mendeley", kUt, "(Trần, 2003)"), bare, list("EndNote"),
                                          list("Mendeley")};
  Desk desk;
  lay(desk, others);
  const Tally tally = desk.run(take_over(desk.session, others, ""));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]"}));
  EXPECT_EQ(desk.paper.others, (Texts{"", "(Lê, 2014)", "Danh mục", ""}));
  EXPECT_EQ(tally.left, 1U);
}

TEST(TakeOver, NothingIsChangedWhereNothingCanBeTaken) {
  const std::vector<OtherField> others = {{"EndNote", false, nullptr, "(Lê, 2014)", true},
                                          {"Word", false, Json{{"citationItems", 7}}, "(x)", true},
                                          {"Word", false, Json{{"citationItems", {{{"itemData", "?"}}}}}, "(x)", true}};
  Desk desk;
  lay(desk, others);
  EXPECT_THROW(desk.run(take_over(desk.session, others, "")), Fault);
  EXPECT_EQ(desk.paper.others, (Texts{"(Lê, 2014)", "(x)", "(x)"}));
}

TEST(TakeOver, ATextThatWasEditedByHandStays) {
  const std::vector<OtherField> others = {
      citation("Zotero", kUt, "(ông Trần, 2003)", {{"plainCitation", "(Trần, 2003)"}})};
  Desk desk;
  lay(desk, others);
  const Tally tally = desk.run(take_over(desk.session, others, ""));
  EXPECT_EQ(desk.paper.texts(), (Texts{"(ông Trần, 2003)"}));
  EXPECT_EQ(tally.edited, 1U);
}

TEST(TakeOver, AnAuthorInTheSentenceStaysThere) {
  OtherField in_text = citation("JabRef", kUt, "Trần Văn Út [1]");
  in_text.author_in_text = true;
  OtherField bare = citation("JabRef", kAnh, "Nguyễn");
  bare.author_in_text = true;
  OtherField two{"JabRef", false, Json{{"citationItems", cites(kUt)}}, "Trần (2003); Nguyễn (1999)", true, true};
  two.citation["citationItems"].push_back(cites(kAnh)[0]);
  const std::vector<OtherField> others = {in_text, bare, two};
  Desk desk;
  lay(desk, others);
  desk.run(take_over(desk.session, others, ""));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]", "[1], [2]"}));
  const auto suppressed = [&](std::size_t i) {
    return zotero::flag_at(desk.paper.items[i].code->data.at("citationItems")[0], "suppress-author");
  };
  EXPECT_TRUE(suppressed(0));
  EXPECT_FALSE(suppressed(1));
  EXPECT_FALSE(suppressed(2));
}

TEST(TakeOver, AStyleThatIsNotThereIsToldAndReplaced) {
  const std::vector<OtherField> others = {citation("Zotero", kUt, "(Trần, 2003)")};
  Desk desk;
  lay(desk, others);
  zotero::Preferences preferences = zotero::read_preferences(desk.paper.properties.at("ZOTERO_PREF"));
  preferences.style = "http://example.com/none";
  desk.paper.properties["ZOTERO_PREF"] = zotero::write_preferences(preferences);
  const Tally tally = desk.run(take_over(desk.session, others, ""));
  EXPECT_EQ(tally.other_style, "http://example.com/none");
  EXPECT_EQ(desk.paper.texts().size(), 1U);
  EXPECT_NE(desk.paper.texts()[0], "(Trần, 2003)");
}

}  // namespace
}  // namespace soat::citation::session
