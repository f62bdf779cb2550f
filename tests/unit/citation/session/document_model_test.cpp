#include "citation/session/document_model.h"

#include <gtest/gtest.h>

#include "citation/session/citation_data.h"
#include "citation/session/sound_item.h"
#include "text/error.h"

namespace soat::citation::session {
namespace {

using zotero::CodeKind;

Json item(const std::string& title) {
  return {{"id", "x"}, {"type", "book"}, {"title", title}};
}

StoredField citation(const std::string& name, const std::string& id, Json cites) {
  StoredField field;
  field.name = name;
  field.code = std::make_shared<const FieldCode>(FieldCode{
      CodeKind::item, {{"citationID", id}, {"properties", Json::object()}, {"citationItems", std::move(cites)}}});
  return field;
}

StoredField field(CodeKind kind, Json data) {
  StoredField made;
  made.name = "other";
  made.code = std::make_shared<const FieldCode>(FieldCode{kind, std::move(data)});
  return made;
}

Json cited(const std::string& title, std::vector<std::string> uris) {
  return {{"id", 7}, {"uris", uris}, {"itemData", item(title)}};
}

Json code_of(const std::string& title, std::vector<std::string> uris) {
  return Json::array({cited(title, std::move(uris))});
}

TEST(DocumentModel, PartsFieldsByWhatTheyAre) {
  Session session({}, {});
  StoredDocument stored;
  stored.fields = {citation("a", "1", code_of("A", {"u:a"})), field(CodeKind::item, nullptr),
                   citation("b", "2", Json::array({{{"uris", Json::array({"u:b"})}}})),  // a name without data
                   citation("c", "3", Json::array()), field(CodeKind::bibliography, empty_list())};
  const DocumentModel model = session.read(stored);
  EXPECT_EQ(model.citations, (std::vector<std::size_t>{0}));
  EXPECT_EQ(model.others, (std::vector<std::size_t>{1, 2, 3}));
  EXPECT_EQ(model.lists, (std::vector<std::size_t>{4}));
  EXPECT_EQ(model.snapshot.citations.size(), 1U);
  EXPECT_EQ(model.find("1"), 0U);
  EXPECT_FALSE(model.find("2"));
}

TEST(DocumentModel, CopiesGetIdsOfTheirOwnThatStay) {
  Session session({}, {});
  StoredDocument stored;
  stored.fields = {citation("a", "same", code_of("A", {"u:a"})), citation("b", "same", code_of("A", {"u:a"})),
                   citation("c", "", code_of("A", {"u:a"})), citation("d", "last", code_of("A", {"u:a"}))};
  const DocumentModel first = session.read(stored);
  const DocumentModel again = session.read(stored);
  std::vector<std::string> ids;
  for (std::size_t i = 0; i < 4; ++i) {
    ids.push_back(first.snapshot.citations[i].id);
    EXPECT_EQ(again.snapshot.citations[i].id, ids.back());
  }
  EXPECT_EQ(ids.front(), "same");
  EXPECT_EQ(ids.back(), "last");
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end());
}

TEST(DocumentModel, ASourceIsKnownByAnyOfItsUris) {
  Session session({}, {});
  const std::string id = session.engine_id(cited("A", {"u:a", "u:b"}));
  EXPECT_EQ(session.engine_id(cited("A", {"u:b", "u:c"})), id);
  EXPECT_EQ(session.engine_id(cited("A", {"u:c"})), id);
  EXPECT_NE(session.engine_id(cited("A", {"u:d"})), id);
  EXPECT_EQ(session.engine_id({{"id", 7}}), "id:7");
  EXPECT_EQ(session.engine_id({{"id", "x"}, {"uris", 3}}), "id:x");
  EXPECT_EQ(session.engine_id(nullptr), "id:null");
}

TEST(DocumentModel, TheFirstDataOfASourceCountUntilOthersArePreferred) {
  Session session({}, {});
  StoredDocument stored;
  stored.fields = {citation("a", "1", code_of("Cũ", {"u:a"})), citation("b", "2", code_of("Mới", {"u:a"}))};
  EXPECT_EQ((*session.read(stored).snapshot.items.at("u:a"))["title"], "Cũ");
  Snapshot snapshot;
  const Json fresh = {{"citationItems", code_of("Mới", {"u:a"})}};
  session.input_of("3", fresh, snapshot);
  session.prefer(fresh, snapshot);
  EXPECT_EQ((*session.read(stored).snapshot.items.at("u:a"))["title"], "Mới");
  stored.fields.pop_back();  // what nothing in the document says any more does not count
  EXPECT_EQ((*session.read(stored).snapshot.items.at("u:a"))["title"], "Cũ");
}

TEST(DocumentModel, WhatTheEngineIsGivenOfACite) {
  Session session({}, {});
  Json one = cited("A", {"u:a"});
  one["locator"] = 12;
  one["label"] = "page";
  one["prefix"] = "";
  one["suppress-author"] = 1;
  StoredDocument stored;
  stored.fields = {citation("a", "1", Json::array({one}))};
  const DocumentModel model = session.read(stored);
  EXPECT_EQ(*model.snapshot.citations[0].cites,
            nlohmann::json::parse(R"([{"id":"u:a","locator":"12","label":"page","suppress-author":true}])"));
  EXPECT_THROW(session.input_of("2", {{"citationItems", Json::array()}}, *std::make_unique<Snapshot>()), Error);
}

TEST(DocumentModel, WhatIsNotChangedIsShared) {
  Session session({}, {});
  StoredDocument stored;
  stored.fields = {citation("a", "1", code_of("A", {"u:a"}))};
  const DocumentModel first = session.read(stored);
  const DocumentModel again = session.read(stored);
  EXPECT_EQ(first.snapshot.citations[0].cites, again.snapshot.citations[0].cites);
  EXPECT_EQ(first.snapshot.items.at("u:a"), again.snapshot.items.at("u:a"));
}

TEST(DocumentModel, WorksThatAreListedThoughNotCited) {
  Session session({}, {});
  StoredDocument stored;
  stored.fields = {citation("a", "1", code_of("A", {"u:a"})),
                   field(CodeKind::bibliography, {{"uncited", Json::array({Json::array({"u:b"}), "u:c", 5})},
                                                  {"omitted", Json::array({"u:a", Json::array()})}})};
  stored.uncited = Json::array({cited("B", {"u:b"}), 3, {{"uris", "u:d"}}}).dump();
  const DocumentModel model = session.read(stored);
  EXPECT_EQ(model.own.size(), 1U);
  EXPECT_EQ(model.snapshot.uncited, (std::vector<std::string>{"u:b"}));  // of u:c there is no data
  EXPECT_EQ(model.snapshot.omitted, (std::vector<std::string>{"u:a"}));
  const std::vector<Source> sources = session.sources(model);
  ASSERT_EQ(sources.size(), 2U);
  EXPECT_EQ(sources[0].cited, 1U);
  EXPECT_EQ(sources[1].cited, 0U);
  const ListChoice choice = session.choice(model);
  ASSERT_EQ(choice.uncited.size(), 2U);
  EXPECT_EQ(choice.uncited[0].data["title"], "B");
  EXPECT_TRUE(choice.uncited[1].data.is_null());
  EXPECT_EQ(choice.omitted.size(), 1U);
  EXPECT_TRUE(session.choice(session.read({})).uncited.empty());
  stored.uncited = "{";
  EXPECT_TRUE(session.read(stored).own.empty());
}

TEST(DocumentModel, ADamagedListSaysNothing) {
  Session session({}, {});
  StoredDocument stored;
  stored.fields = {field(CodeKind::bibliography, nullptr)};
  const DocumentModel model = session.read(stored);
  EXPECT_TRUE(model.list_data().is_null());
  EXPECT_TRUE(model.snapshot.uncited.empty());
}

}  // namespace
}  // namespace soat::citation::session
