#include "citation/session/cite_links.h"

#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "citation/zotero/rich_text.h"
#include "paper.h"
#include "text/utf.h"

namespace soat::citation::session {
namespace {

using test::book;
using test::cite;
using test::Desk;

// The words that lead somewhere and where, of a text whose sources "a" and "b" have entries.
std::map<std::u16string, std::u16string> links_of(const std::string& marked) {
  const CitationText made = link_cites(
      marked, [](const std::string& source) { return source == "a" || source == "b" ? "to-" + source : ""; });
  const std::u16string plain = zotero::plain_text(zotero::read_rtf(made.rtf));
  std::map<std::u16string, std::u16string> links;
  for (const TextLink& link : made.links) links[plain.substr(link.begin, link.end - link.begin)] = link.address;
  return links;
}

using Links = std::map<std::u16string, std::u16string>;

TEST(CiteLinks, WordsLeadToTheirSource) {
  const std::string a = "{\\*\\soatcite 0061}";
  const std::string b = "{\\*\\soatcite 0062}";
  const std::string c = "{\\*\\soatcite 0063}";
  const std::string end = "{\\*\\soatcite}";
  EXPECT_EQ(links_of("[" + a + "1" + end + "]"), (Links{{u"[1]", u"#to-a"}}));
  EXPECT_EQ(links_of("[" + a + "1" + end + "], [" + b + "3" + end + "]"), (Links{{u"1", u"#to-a"}, {u"3", u"#to-b"}}));
  EXPECT_EQ(links_of(a + "(An, 1999" + end + "; " + c + "Lê, 2000" + end + "; " + b + "{\\i{}Bình}, 2003)" + end),
            (Links{{u"An, 1999", u"#to-a"}, {u"Bình, 2003", u"#to-b"}}));
  EXPECT_EQ(links_of("(" + a + "An, " + end + a + "1999" + end + a + "a" + end + ", " + b + "1999" + end + "b)"),
            (Links{{u"An, 1999a", u"#to-a"}, {u"1999", u"#to-b"}}));
  EXPECT_EQ(links_of(c + "[1]" + end), Links());
  EXPECT_EQ(links_of("[1]"), Links());
  EXPECT_EQ(links_of("{\\*\\soatcite 00"), Links());
}

TEST(CiteLinks, NothingIsLeftOfTheMarks) {
  EXPECT_EQ(link_cites("x{\\*\\soatcite 0061}{\\i{}y}{\\*\\soatcite}z", [](const std::string&) { return "n"; }).rtf,
            "x{\\i{}y}z");
}

TEST(CiteLinks, NamesAreShortAndOfOneList) {
  const std::string name = entry_name("http://zotero.org/users/1/items/ABC", "");
  EXPECT_LE(name.size(), 40U);  // what Word takes
  EXPECT_LE(entry_name("x", "aB3dE6gH").size(), 40U);
  EXPECT_NE(name, entry_name("http://zotero.org/users/1/items/ABD", ""));
  EXPECT_TRUE(is_entry_name(name, ""));
  EXPECT_FALSE(is_entry_name(name, "aB3dE6gH"));
  EXPECT_FALSE(is_entry_name(entry_name("x", "aB3dE6gH"), ""));
  EXPECT_TRUE(is_entry_name(entry_name("x", "aB3dE6gH"), "aB3dE6gH"));
  EXPECT_FALSE(is_entry_name("ZOTERO_BREF_x", ""));
}

TEST(CiteLinks, ARecordTellsWhere) {
  EXPECT_EQ(links_record({}), "");
  EXPECT_EQ(links_record({{1, 2, u"#a"}, {5, 9, u"#b"}}), "1-2#a 5-9#b");
}

// --- In a document

const Json kAnh = book("anh", "Nguyễn", "Chợ nổi", 1999);
const Json kUt = book("ut", "Trần", "Sông nước", 2003);
const Json kHoa = book("hoa", "Lê", "Ghe xuồng", 2014);

std::string name_of(const std::string& key, const std::string& part = "") {
  return entry_name("urn:test:" + key, part);
}

std::vector<std::string> targets(const Desk& desk, std::size_t item) {
  std::vector<std::string> names;
  for (const TextLink& link : desk.paper.items[item].links) names.push_back(text::to_utf8(link.address));
  return names;
}

void set_links(Desk& desk, bool wanted) {
  Settings settings = desk.model().settings;
  settings.cite_links = wanted;
  desk.run(change_settings(desk.session, settings));
}

TEST(CiteLinksInDocuments, ComeAndGoWithTheChoiceAndTheList) {
  for (const char* style : {"ieee", "apa", "bo-giao-duc-va-dao-tao", "vancouver", "iso-690"}) {
    SCOPED_TRACE(style);
    Desk desk(style);
    desk.put(test::cites(kUt), 0);
    desk.put(Json::array({cite(kAnh), cite(kUt, {{"locator", "7"}, {"label", "page"}})}), 1);
    const std::vector<std::string> texts = desk.paper.texts();
    set_links(desk, true);
    EXPECT_EQ(desk.paper.texts(), texts);
    EXPECT_TRUE(targets(desk, 0).empty());  // there is no list
    desk.run(insert_list(desk.session, ListTitle::none), 2);
    EXPECT_EQ(desk.paper.texts(), texts);
    EXPECT_EQ(targets(desk, 0), (std::vector<std::string>{"#" + name_of("ut")}));
    const std::vector<std::string> both = targets(desk, 1);
    EXPECT_EQ(std::set<std::string>(both.begin(), both.end()),
              (std::set<std::string>{"#" + name_of("anh"), "#" + name_of("ut")}));
    const std::vector<std::string> names = desk.paper.list().names;
    EXPECT_EQ(std::set<std::string>(names.begin(), names.end()),
              (std::set<std::string>{name_of("anh"), name_of("ut")}));
    EXPECT_EQ(desk.run(refresh(desk.session, false)).changed, 0U);
    desk.run(choose_listed(desk.session, {{}, {{"urn:test:ut"}}}));
    EXPECT_TRUE(targets(desk, 0).empty());
    EXPECT_EQ(targets(desk, 1), (std::vector<std::string>{"#" + name_of("anh")}));
    set_links(desk, false);
    EXPECT_EQ(desk.paper.texts(), texts);
    EXPECT_TRUE(targets(desk, 1).empty());
    EXPECT_EQ(desk.paper.list().names, std::vector<std::string>{""});
  }
}

TEST(CiteLinksInDocuments, WhatIsPutInAndEditedHasThem) {
  Desk desk;
  desk.put(test::cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  set_links(desk, true);
  const std::string id = desk.put(test::cites(kAnh), 0, true);
  EXPECT_EQ(targets(desk, 0), (std::vector<std::string>{"#" + name_of("anh")}));
  EXPECT_EQ(desk.paper.texts()[1], "[2]");
  EXPECT_EQ(targets(desk, 1), (std::vector<std::string>{"#" + name_of("ut")}));
  desk.run(edit(desk.session, desk.model(), id, {test::cites(kHoa), false, {}}));
  EXPECT_EQ(targets(desk, 0), (std::vector<std::string>{"#" + name_of("hoa")}));
}

// What the same document says with and without links.
TEST(CiteLinksInDocuments, TextsAreTheSameInEveryStyle) {
  for (const char* style :
       {"ieee", "apa", "bo-giao-duc-va-dao-tao", "vancouver", "iso-690", "chicago-fullnote-bibliography"}) {
    SCOPED_TRACE(style);
    std::vector<std::vector<std::string>> texts;
    for (const bool linked : {false, true}) {
      Desk desk(style);
      set_links(desk, linked);
      for (int i = 0; i < 6; ++i) {
        const Json one = book("w" + std::to_string(i), "Lê", "Sách " + std::to_string(i), 1999 + i / 3);
        Json cites = Json::array({cite(one), cite(kUt, {{"locator", "3"}, {"prefix", "xem "}})});
        if (i % 2 == 0) cites.push_back(cite(book("v" + std::to_string(i), "Lê", "Báo", 1999)));
        desk.put(cites, static_cast<std::size_t>(i));
      }
      desk.run(insert_list(desk.session, ListTitle::none), 6);
      texts.push_back(desk.paper.texts());
      for (const auto& line : desk.paper.list().lines) texts.back().push_back(text::to_utf8(line));
    }
    EXPECT_EQ(texts[0], texts[1]);
  }
}

}  // namespace
}  // namespace soat::citation::session
