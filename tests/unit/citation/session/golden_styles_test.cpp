#include <gtest/gtest.h>

#include "paper.h"

// A document that is put together command by command says what citeproc-js gives in node (tests/golden/cite): the
// citations, put in one after the other in any order, and the list, with a work that is listed though not cited.

namespace soat::citation::session {
namespace {

using test::Desk;

const std::filesystem::path kGolden = std::filesystem::path(SOAT_SOURCE_DIR) / "tests/golden/cite";

std::map<std::string, Json> items() {
  std::map<std::string, Json> items;
  for (const Json& item : Json::parse(citation::test::read(kGolden / "items.json"))) items[item["id"]] = item;
  return items;
}

std::string plain(const std::string& rtf) {
  return text::to_utf8(zotero::plain_text(zotero::read_rtf(rtf)));
}

struct Golden {
  std::vector<std::string> citations;
  std::vector<std::string> list;
};

Golden golden(const std::string& style) {
  Golden golden;
  std::istringstream lines(citation::test::read(kGolden / (style + ".rtf")));
  bool listed = false;
  for (std::string line; std::getline(lines, line);) {
    if (line.empty()) {
      listed = true;
    } else if (line.starts_with("# ")) {
      if (line.size() > 2) golden.list.push_back(line.substr(2));
    } else {
      (listed ? golden.list : golden.citations).push_back(plain(line));
    }
  }
  return golden;
}

class GoldenSession : public testing::TestWithParam<const char*> {};

TEST_P(GoldenSession, SaysWhatCiteprocSaysInNode) {
  Desk desk(GetParam());
  const bool notes = std::string(GetParam()).find("fullnote") != std::string::npos;
  if (notes) {
    Settings settings = desk.model().settings;
    settings.notes = NoteKind::footnotes;
    desk.run(change_settings(desk.session, settings));
  }
  const auto works = items();
  const Json citations = Json::parse(citation::test::read(kGolden / "citations.json"));
  // The even ones, then the odd ones between them.
  for (const std::size_t first : {0U, 1U}) {
    for (std::size_t i = first; i < citations.size(); i += 2) {
      Json cites = Json::array();
      for (Json one : citations[i]["citationItems"]) {
        const Json item = works.at(one["id"]);
        one.erase("id");
        cites.push_back(test::cite(item, one));
      }
      desk.put(cites, first == 0 ? i / 2 : i);
    }
  }
  desk.run(insert_list(desk.session, ListTitle::none), desk.paper.items.size());
  ListChoice choice;
  choice.uncited.push_back({{"urn:test:trang"}, works.at("trang"), 0});
  desk.run(choose_listed(desk.session, choice));

  const Golden expected = golden(GetParam());
  EXPECT_EQ(desk.paper.texts(), expected.citations);
  std::vector<std::string> list;
  for (const std::u16string& line : desk.paper.list().lines) list.push_back(text::to_utf8(line));
  EXPECT_EQ(list, expected.list);

  // Formatting all anew changes nothing.
  EXPECT_EQ(desk.run(refresh(desk.session, false)).changed, 0U);
  EXPECT_EQ(desk.paper.texts(), expected.citations);
}

INSTANTIATE_TEST_SUITE_P(Shipped, GoldenSession,
                         testing::Values("apa", "bo-giao-duc-va-dao-tao", "chicago-fullnote-bibliography", "ieee",
                                         "iso-690", "vancouver"),
                         [](const auto& one) {
                           std::string name = one.param;
                           std::replace(name.begin(), name.end(), '-', '_');
                           return name;
                         });

}  // namespace
}  // namespace soat::citation::session
