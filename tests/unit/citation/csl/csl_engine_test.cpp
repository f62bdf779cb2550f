#include "citation/csl/csl_engine.h"

#include <gtest/gtest.h>

#include "citation/csl/errors.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "unit/citation/csl/works.h"
#include "unit/citation/fixture.h"

namespace soat::citation {
namespace {

using nlohmann::json;
using test::options_for;

template <typename Number>
std::string numbered(const char* name, Number number) {
  std::string result = name;
  result += std::to_string(number);
  return result;
}

TEST(CslEngine, CitesByNumberWithVietnameseLocator) {
  CslEngine engine(options_for("bo-giao-duc-va-dao-tao"));
  engine.set_items(works());
  const auto update = engine.insert(cite("a", "tran", {{"locator", "243"}, {"label", "page"}}), {}, {});
  ASSERT_EQ(update.changed.size(), 1U);
  EXPECT_EQ(update.changed[0].text, "[1, tr. 243]");
}

TEST(CslEngine, ListsVietnameseFirstByGivenNameThenForeign) {
  CslEngine engine(options_for("bo-giao-duc-va-dao-tao"));
  engine.set_items(works());
  engine.set_uncited({"smith", "tran", "so", "nguyen"});
  const Bibliography list = engine.bibliography(true, {});
  ASSERT_EQ(list.groups.size(), 2U);
  EXPECT_EQ(list.groups[0].heading, "Tiếng Việt");
  ASSERT_EQ(list.groups[0].entries.size(), 3U);
  EXPECT_EQ(list.groups[0].entries[0].item, "nguyen");  // Ánh
  EXPECT_EQ(list.groups[0].entries[1].item, "so");      // Sở
  EXPECT_EQ(list.groups[0].entries[2].item, "tran");    // Út
  EXPECT_EQ(list.groups[0].entries[0].text, "1. Nguyễn Thị Ánh (1999), Chợ nổi và người bán hàng.");
  EXPECT_EQ(list.groups[1].heading, "Tiếng nước ngoài");
  EXPECT_EQ(list.groups[1].entries[0].item, "smith");
}

TEST(CslEngine, VietnameseTitlesGetNoEnglishCapitals) {
  EngineOptions options = options_for("chicago-fullnote-bibliography");
  options.locale = "en-US";
  options.force_locale = true;
  options.vietnamese_order = false;
  options.full_names = FullNames::never;
  options.format = OutputFormat::text;
  CslEngine engine(options);
  json list_of_works = json::array();
  list_of_works.push_back(book("anh", "Nguyễn", "Thị Ánh", "Chợ nổi và người bán hàng", 1999));
  list_of_works.push_back(book("ion", "Lupu", "Ion", "Casa din strada mică", 1999));
  list_of_works.push_back(book("smith", "Smith", "John", "Testing at sea", 1999));
  engine.set_items(list_of_works);
  engine.set_uncited({"anh", "ion", "smith"});
  std::string list;
  for (const auto& group : engine.bibliography(false, {}).groups) {
    for (const auto& entry : group.entries) list += entry.text + "\n";
  }
  EXPECT_NE(list.find("Nguyễn, Thị Ánh. Chợ nổi và người bán hàng"), std::string::npos) << list;
  EXPECT_NE(list.find("Casa Din Strada Mică"), std::string::npos) << list;  // no other language is guessed at
  EXPECT_NE(list.find("Testing at Sea"), std::string::npos) << list;
}

TEST(CslEngine, EntriesAreSortedByWhatTheyBeginWith) {
  CslEngine engine(options_for("bo-giao-duc-va-dao-tao"));
  json list = json::array();
  list.push_back({{"id", "nxb"},
                  {"type", "book"},
                  {"language", "vi"},
                  {"title", "Từ điển đò"},
                  {"publisher", "Nhà xuất bản Lục Bình"}});
  list.push_back(book("dich", "Carson", "Ruth", "Những dòng sông", 2001));
  list.push_back(book("zung", "An", "Văn Sông", "Bến nước", 2002));
  for (json& one : list) one["language"] = "vi";
  engine.set_items(list);
  engine.set_uncited({"zung", "nxb", "dich"});
  const Bibliography made = engine.bibliography(false, {});
  std::string order;
  for (const auto& entry : made.groups.at(0).entries) order += entry.item + " ";
  EXPECT_EQ(order, "dich nxb zung ");  // Carson, Nhà xuất bản, Sông
}

TEST(CslEngine, RenumbersWhenAnEarlierWorkIsCited) {
  CslEngine engine(options_for("bo-giao-duc-va-dao-tao"));
  engine.set_items(works());
  EXPECT_EQ(engine.insert(cite("a", "tran"), {}, {}).changed.at(0).text, "[1]");
  const auto update = engine.insert(cite("b", "nguyen"), {{"a", 0}}, {});
  ASSERT_EQ(update.changed.size(), 2U);
  EXPECT_EQ(update.changed[0].text, "[2]");
  EXPECT_EQ(update.changed[1].text, "[1]");
  EXPECT_TRUE(update.bibliography_changed);
}

TEST(CslEngine, NoteStyleKnowsRepeatedCitations) {
  CslEngine engine(options_for("chicago-fullnote-bibliography"));
  EXPECT_TRUE(engine.style().notes);
  engine.set_items(works());
  json first = cite("a", "tran");
  first["properties"]["noteIndex"] = 1;
  json second = cite("b", "tran");
  second["properties"]["noteIndex"] = 2;
  engine.restore({first, second}, {});
  const auto texts = engine.render(2, {});
  ASSERT_EQ(texts.size(), 2U);
  EXPECT_NE(texts[0].find("Sông nước miền Tây"), std::string::npos);
  EXPECT_LT(texts[1].size(), texts[0].size());
}

TEST(CslEngine, PreviewChangesNothing) {
  CslEngine engine(options_for("ieee"));
  engine.set_items(works());
  EXPECT_EQ(engine.insert(cite("a", "tran"), {}, {}).changed.at(0).text, "[1]");
  EXPECT_EQ(engine.preview(cite("b", "nguyen"), {{"a", 0}}, {}), "[2]");
  EXPECT_EQ(engine.bibliography(false, {}).groups.at(0).entries.size(), 1U);
}

TEST(CslEngine, AnUnknownItemIsAnErrorAndTheEngineGoesOn) {
  CslEngine engine(options_for("ieee"));
  engine.set_items(works());
  EXPECT_NE(message_of([&] { engine.insert(cite("a", "nobody"), {}, {}); }).find("no item nobody"), std::string::npos);
  EXPECT_EQ(engine.insert(cite("b", "tran"), {}, {}).changed.at(0).text, "[1]");
}

TEST(CslEngine, EndsWhenItIsCancelledAndBeginsAnew) {
  std::atomic<bool> cancelled = false;
  EngineOptions options = options_for("chicago-fullnote-bibliography");
  options.cancelled = &cancelled;
  CslEngine engine(std::move(options));
  json items = json::array();
  json citations = json::array();
  for (int i = 0; i < 20; ++i) {
    items.push_back(book(numbered("i", i), "Lê", numbered("Văn ", i), numbered("Tập ", i), 1900 + i % 100));
    citations.push_back(cite(numbered("c", i), numbered("i", i)));
  }
  engine.set_items(items);
  engine.restore(citations, {});
  std::size_t told = 0;
  EXPECT_THROW(engine.render(citations.size(),
                             [&](std::size_t done, std::size_t) {
                               told = done;
                               cancelled = true;
                             }),
               Cancelled);
  EXPECT_LT(told, citations.size());
  EXPECT_THROW(engine.bibliography(false, {}), Cancelled);
  cancelled = false;
  // With the items that it was told.
  engine.set_uncited({"i7"});
  EXPECT_EQ(engine.bibliography(false, {}).groups.at(0).entries.size(), 1U);
}

// An endnote behind footnotes begins again at 1, and a note that was moved keeps its number for a while. citeproc-js
// says so to a console, of which there is none.
TEST(CslEngine, NotesNeedNotBeInOrder) {
  CslEngine engine(options_for("chicago-fullnote-bibliography"));
  engine.set_items(works());
  std::vector<std::pair<std::string, int>> before;
  for (const int note : {2, 3, 1}) {
    const std::string id = numbered("note", before.size());
    json citation = cite(id.c_str(), note == 1 ? "smith" : "tran");
    citation["properties"]["noteIndex"] = note;
    EXPECT_FALSE(engine.insert(citation, before, {}).changed.empty());
    before.emplace_back(id, note);
  }
  json first = cite("first", "nguyen");
  first["properties"]["noteIndex"] = 4;
  EXPECT_FALSE(engine.insert(first, {}, before).changed.empty());
}

// A document in which works come back, with pages, in clusters, and, with notes, right after themselves.
json long_document(bool notes) {
  json citations = json::array();
  const json list = works();
  for (std::size_t i = 0; i < 24; ++i) {
    json one = cite(numbered("c", i), list[i * i % list.size()]["id"]);
    if (i % 3 == 0) one["citationItems"][0].update({{"locator", std::to_string(10 + i)}, {"label", "page"}});
    if (i % 5 == 0) one["citationItems"].push_back({{"id", list[(i + 1) % list.size()]["id"]}, {"prefix", "xem "}});
    one["properties"]["noteIndex"] = notes ? i + 1 : 0;
    citations.push_back(one);
  }
  return citations;
}

TEST(CslEngine, RestoringADocumentComesToTheSameAsInsertingItsCitations) {
  for (const char* style :
       {"apa", "bo-giao-duc-va-dao-tao", "chicago-fullnote-bibliography", "ieee", "iso-690", "vancouver"}) {
    const EngineOptions options = options_for(style);
    const json citations = long_document(options.style.info.notes);
    CslEngine inserted(options);
    CslEngine restored(options);
    inserted.set_items(works());
    restored.set_items(works());
    std::vector<CitationPlace> before;
    std::vector<std::string> texts(citations.size());
    for (const json& one : citations) {
      for (const auto& changed : inserted.insert(one, before, {}).changed) texts.at(changed.index) = changed.text;
      before.emplace_back(one["citationID"], one["properties"]["noteIndex"]);
    }
    restored.restore(citations, {});
    std::size_t reported = 0;
    EXPECT_EQ(restored.render(citations.size(), [&](std::size_t done, std::size_t) { reported = done; }), texts)
        << style;
    EXPECT_EQ(reported, citations.size());
    json added = cite("added", "so", {{"locator", "7"}});
    added["properties"]["noteIndex"] = options.style.info.notes ? citations.size() + 1 : 0;
    EXPECT_EQ(restored.insert(added, before, {}).changed.back().text,
              inserted.insert(added, before, {}).changed.back().text)
        << style;
    const Bibliography list = restored.bibliography(true, {});
    const Bibliography expected = inserted.bibliography(true, {});
    ASSERT_EQ(list.groups.size(), expected.groups.size()) << style;
    for (std::size_t i = 0; i < list.groups.size(); ++i) {
      ASSERT_EQ(list.groups[i].entries.size(), expected.groups[i].entries.size()) << style;
      for (std::size_t j = 0; j < list.groups[i].entries.size(); ++j) {
        EXPECT_EQ(list.groups[i].entries[j].text, expected.groups[i].entries[j].text) << style;
      }
    }
  }
}

TEST(CslEngine, AStyleThatCallsItselfIsAnError) {
  EngineOptions options = options_for("ieee");
  options.style = check_style(
      R"(<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><id>x</id></info>
    <macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>
    <citation><layout><text macro="a"/></layout></citation></style>)",
      "loop.csl");
  CslEngine engine(std::move(options));
  EXPECT_NE(message_of([&] { engine.set_items(works()); }).find("citation engine: x:"), std::string::npos);
}

TEST(CslEngine, AStyleMayLeaveWorksOutOfItsList) {
  CslEngine engine(options_with(
      R"(<bibliography><layout><choose><if type="book"><text variable="title"/></if></choose></layout></bibliography>)"));
  engine.set_items(works());
  engine.set_uncited({"so", "smith", "tran"});  // a report first
  const auto entries = engine.bibliography(false, {}).groups.at(0).entries;
  ASSERT_EQ(entries.size(), 2U);
  EXPECT_EQ(entries[0].item, "smith");
  EXPECT_EQ(entries[0].text, "Testing at sea");
  EXPECT_EQ(entries[1].item, "tran");
  EXPECT_EQ(entries[1].text, "Sông nước miền Tây");
}

TEST(CslEngine, IdsMayBeAnything) {
  const std::vector<std::string> names = {"__proto__", "constructor", "toString", "", "7"};
  for (const char* style : {"apa", "bo-giao-duc-va-dao-tao"}) {
    CslEngine engine(options_for(style));
    json items = json::array();
    for (const auto& name : names) items.push_back(book(name, "Lê", "Văn An", "Sách " + name, 2000));
    engine.set_items(items);
    std::vector<CitationPlace> before;
    for (const auto& name : names) {
      const auto changed = engine.insert(cite(name, name), before, {}).changed;
      EXPECT_EQ(changed.back().id, name);
      EXPECT_FALSE(changed.back().text.empty());
      before.emplace_back(name, 0);
    }
    const Bibliography list = engine.bibliography(false, {"7"});
    EXPECT_EQ(list.groups.at(0).entries.size(), names.size() - 1) << style;
  }
}

TEST(CslEngine, ADamagedFieldIsToldAndTheOthersGoOn) {
  CslEngine engine(options_for("apa"));
  json items = works();
  items.push_back({{"id", "bad"}, {"type", "book"}, {"title", "Sách hỏng"}, {"author", "Lê Hoa"}});
  const auto faults = engine.set_items(items);
  ASSERT_EQ(faults.size(), 1U);
  EXPECT_EQ(faults[0].message().utf8(text::Language::en).rfind("item \"bad\": author: expected", 0), 0U)
      << faults[0].message().utf8(text::Language::en);
  EXPECT_NE(engine.insert(cite("a", "bad"), {}, {}).changed.at(0).text.find("Sách hỏng"), std::string::npos);
}

TEST(CslEngine, AFailureNamesTheStyleAndTheItem) {
  EngineOptions options = options_for("ieee");
  options.style.xml = "<style/>";
  CslEngine broken(std::move(options));
  const std::string reason = message_of([&] { broken.set_items(works()); });
  EXPECT_NE(reason.find("IEEE (http://www.zotero.org/styles/ieee): "), std::string::npos) << reason;
  EXPECT_EQ(reason.find("TypeError"), std::string::npos) << reason;
  CslEngine engine(options_for("ieee"));
  engine.set_items(works());
  try {
    engine.set_uncited({"tran", "nobody"});
    FAIL();
  } catch (const EngineError& error) {
    EXPECT_EQ(error.item(), "nobody");
    EXPECT_NE(std::string(error.what()).find("item \"nobody\""), std::string::npos) << error.what();
  }
}

}  // namespace
}  // namespace soat::citation
