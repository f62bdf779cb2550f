#include "citation/csl/csl_engine.h"

#include <gtest/gtest.h>

#include "citation/csl/errors.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "unit/citation/fixture.h"

namespace soat::citation {
namespace {

using nlohmann::json;
using test::options_for;

json book(const std::string& id, const std::string& family, const std::string& given, const std::string& title,
          int year) {
  return {{"id", id},
          {"type", "book"},
          {"title", title},
          {"author", {{{"family", family}, {"given", given}}}},
          {"issued", {{"date-parts", {{year}}}}}};
}

json works() {
  json list = json::array();
  list.push_back(book("smith", "Smith", "John", "Testing at sea", 2011));
  list.push_back(book("tran", "Trần", "Văn Út", "Sông nước miền Tây", 2003));
  list.push_back(book("nguyen", "Nguyễn", "Thị Ánh", "Chợ nổi và người bán hàng", 1999));
  list.push_back({{"id", "so"},
                  {"type", "report"},
                  {"title", "Báo cáo giao thông năm 2018"},
                  {"author", {{{"literal", "Sở Giao thông vận tải"}}}},
                  {"issued", {{"date-parts", {{2018}}}}}});
  return list;
}

json cite(const std::string& id, const std::string& item, const json& more = json::object()) {
  json one = {{"id", item}};
  one.update(more);
  return {{"citationID", id}, {"citationItems", {one}}, {"properties", {{"noteIndex", 0}}}};
}

template <typename Number>
std::string numbered(const char* name, Number number) {
  std::string result = name;
  result += std::to_string(number);
  return result;
}

std::string message_of(const std::function<void()>& work) {
  try {
    work();
  } catch (const Error& error) {
    return error.what();
  }
  return "no error";
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

TEST(CslEngine, SortsVietnameseLettersTheVietnameseWay) {
  CslEngine engine(options_for("bo-giao-duc-va-dao-tao"));
  json list = json::array();
  const std::vector<std::string> names = {"Em", "Đức", "Dung", "Ẩn", "An", "Ân", "Ơn", "Oanh"};
  for (const auto& name : names) list.push_back(book(name, "Lê", "Văn " + name, "Sách của tôi về đất nước", 2000));
  engine.set_items(list);
  engine.set_uncited(names);
  const Bibliography made = engine.bibliography(false, {});
  std::string order;
  for (const auto& entry : made.groups.at(0).entries) order += entry.item + " ";
  EXPECT_EQ(order, "An Ân Ẩn Dung Đức Em Oanh Ơn ");
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

TEST(CslEngine, MakesInitialsOfAllVietnameseLetters) {
  EngineOptions options = options_for("ieee");
  options.full_names = FullNames::never;
  CslEngine engine(std::move(options));
  engine.set_items(json::array({book("a", "Nguyễn", "Vân Ước", "Một", 2001), book("b", "Đặng", "Ơn Ẩn", "Hai", 2002)}));
  engine.set_uncited({"a", "b"});
  const auto list = engine.bibliography(false, {});
  EXPECT_NE(list.groups.at(0).entries.at(0).text.find("V. Ư."), std::string::npos) << list.groups[0].entries[0].text;
  EXPECT_NE(list.groups.at(0).entries.at(1).text.find("Ơ. Ẩ."), std::string::npos) << list.groups[0].entries[1].text;
}

struct Named {
  std::string cited, listed;
};

// "nguyen" and "smith" cited together, and how they stand in the list.
Named named(const std::string& style, FullNames names, bool vietnamese_order = true) {
  EngineOptions options = options_for(style);
  options.full_names = names;
  options.vietnamese_order = vietnamese_order;
  CslEngine engine(std::move(options));
  engine.set_items(works());
  json both = cite("a", "nguyen");
  both["citationItems"].push_back({{"id", "smith"}});
  Named result{engine.insert(both, {}, {}).changed.at(0).text, {}};
  for (const auto& group : engine.bibliography(false, {}).groups) {
    for (const auto& entry : group.entries) result.listed += entry.text + "\n";
  }
  return result;
}

bool has(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

TEST(CslEngine, NamesVietnamesePersonsInFullAndOthersAsTheStyleHasThem) {
  const Named usual = named("apa", FullNames::usual);
  EXPECT_EQ(usual.cited, "(Nguyễn Thị Ánh, 1999; Smith, 2011)");
  EXPECT_TRUE(has(usual.listed, "Nguyễn Thị Ánh. (1999)")) << usual.listed;
  EXPECT_TRUE(has(usual.listed, "Smith, J. (2011)")) << usual.listed;
  const Named never = named("apa", FullNames::never);
  EXPECT_EQ(never.cited, "(Nguyễn, 1999; Smith, 2011)");
  EXPECT_TRUE(has(never.listed, "Nguyễn T. Á. (1999)")) << never.listed;
}

TEST(CslEngine, FullNamesNeedNoVietnameseOrder) {
  EXPECT_TRUE(has(named("apa", FullNames::usual, false).cited, "Nguyễn Thị Ánh, 1999"));
  EXPECT_TRUE(has(named("apa", FullNames::never, false).cited, "(Nguyễn, 1999"));
}

TEST(CslEngine, InitialsWithoutFullStopsStayUnlessFullNamesAreWantedAlways) {
  EXPECT_TRUE(has(named("vancouver", FullNames::usual).listed, "Nguyễn TÁ."));
  EXPECT_TRUE(has(named("vancouver", FullNames::always).listed, "Nguyễn Thị Ánh."));
}

TEST(CslEngine, WorksAreToldApartByFullNamesBeforeLettersBehindTheYear) {
  CslEngine engine(options_for("apa"));
  engine.set_items(
      json::array({book("a", "Nguyễn", "Văn Sông", "Bến nước", 2002), book("b", "Nguyễn", "Thị Ánh", "Chợ nổi", 2002),
                   book("c", "Nguyễn", "Thị Ánh", "Chợ phiên", 2002)}));
  json all = cite("a", "a");
  all["citationItems"].push_back({{"id", "b"}});
  all["citationItems"].push_back({{"id", "c"}});
  EXPECT_EQ(engine.insert(all, {}, {}).changed.at(0).text, "(Nguyễn Thị Ánh, 2002a, 2002b; Nguyễn Văn Sông, 2002)");
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

TEST(CslEngine, StopsAtTheTimeLimit) {
  EngineOptions options = options_for("apa");
  options.step_limit = std::chrono::milliseconds(1);
  CslEngine engine(std::move(options));
  EXPECT_NE(message_of([&] { engine.set_items(works()); }).find("took too long"), std::string::npos);
}

TEST(CslEngine, StopsAtTheMemoryLimit) {
  EngineOptions options = options_for("apa");
  options.memory_limit = std::size_t{6} << 20;
  CslEngine engine(std::move(options));
  EXPECT_NE(message_of([&] { engine.set_items(works()); }).find("out of memory"), std::string::npos);
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

EngineOptions options_with(const std::string& bibliography) {
  EngineOptions options = options_for("ieee");
  options.style = check_style(
      R"(<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info><id>x</id></info>
    <citation><layout><text variable="title"/></layout></citation>)" +
          bibliography + "</style>",
      "x.csl");
  return options;
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

TEST(CslEngine, EveryLanguageOfCslComesWithTheProgram) {
  const auto entry_in = [](const std::string& locale, const std::filesystem::path& folder) {
    EngineOptions options =
        options_with(R"(<bibliography><layout><text term="editor" form="long"/></layout></bibliography>)");
    options.locale = locale;
    options.locale_folders = {folder};
    CslEngine engine(std::move(options));
    engine.set_items(works());
    engine.set_uncited({"so"});
    return engine.bibliography(false, {}).groups.at(0).entries.at(0).text;
  };
  const auto all = test::data_folder() / "locales";
  EXPECT_EQ(entry_in("fr-FR", all), "Éditeur");
  EXPECT_EQ(entry_in("fr-BE", all), "Éditeur");
  EXPECT_EQ(entry_in("de-DE", all), "Herausgeber");
  EXPECT_EQ(entry_in("pt-BR", all), "Organizador");
  EXPECT_EQ(entry_in("ru-RU", all), "Редактор");
  EXPECT_EQ(entry_in("zh-CN", all), "编辑");
  EXPECT_EQ(entry_in("vi", all), "Chủ biên");
  EXPECT_EQ(entry_in("xx-YY", all), "Editor");
  // Where a language is missing, English.
  const soat::test::TestFolder folder;
  folder.write("locales-en-US.xml", test::read(all / "locales-en-US.xml"));
  EXPECT_EQ(entry_in("fr-FR", folder.path()), "Editor");
  EXPECT_EQ(entry_in("fr-BE", folder.path()), "Editor");
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
