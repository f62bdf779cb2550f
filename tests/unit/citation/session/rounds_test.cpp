#include "citation/session/rounds.h"

#include <gtest/gtest.h>

#include "citation/session/citation_data.h"

namespace soat::citation::session {
namespace {

StoredField citation(const std::string& id, const std::string& text, Storage storage = Storage::mark) {
  const Json cites =
      Json::array({{{"uris", Json::array({"u:" + id})}, {"itemData", {{"id", "x"}, {"type", "book"}, {"title", id}}}}});
  StoredField field;
  field.storage = storage;
  field.name = "field " + id;
  field.code = std::make_shared<const FieldCode>(
      FieldCode{zotero::CodeKind::item, written_citation(citation_of(id, cites, true), text, text, 0)});
  return field;
}

DocumentModel model_of(std::vector<StoredField> fields, Session& session) {
  StoredDocument stored;
  stored.fields = std::move(fields);
  return session.read(std::move(stored));
}

// The fields that edits of one kind are for.
template <typename Edit>
std::vector<std::size_t> fields_of(const FieldEdits& edits) {
  std::vector<std::size_t> fields;
  for (const auto& edit : edits) {
    if (const auto* const one = std::get_if<Edit>(&edit)) fields.push_back(one->field);
  }
  return fields;
}

TEST(ChangedTexts, AreThoseThatReadOtherwise) {
  Session session({}, {});
  const DocumentModel model = model_of({citation("a", "[1]"), citation("b", "[2]"), citation("c", "[3]")}, session);
  const Formatter::Texts texts = {{"a", "[1]"}, {"b", "[3]"}, {"z", "[9]"}};
  EXPECT_EQ(fields_of<RewriteCitation>(changed_texts(model, texts, "", false, false)), std::vector<std::size_t>{1});
  EXPECT_EQ(fields_of<RewriteCitation>(changed_texts(model, texts, "", true, false)), (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(changed_texts(model, texts, "b", false, false).empty());
  EXPECT_TRUE(changed_texts(model, {}, "", true, false).empty());
}

TEST(WritePreferences, NeverOverwritesAnotherPrograms) {
  DocumentModel model;
  FieldEdits edits;
  write_preferences(model, {}, edits);
  EXPECT_EQ(edits.size(), 1U);
  model.stored.of_zotero_in_word = true;
  write_preferences(model, {}, edits);
  EXPECT_EQ(edits.size(), 1U);
}

TEST(ConvertRound, ChangesWhatIsOfAnotherKind) {
  Session session({}, {});
  const DocumentModel model = model_of({citation("a", "[1]"), citation("b", "[2]", Storage::bookmark)}, session);
  Tally tally;
  ConvertRound to_bookmarks(Storage::bookmark);
  EXPECT_FALSE(to_bookmarks.computes());
  EXPECT_EQ(fields_of<RecodeField>(to_bookmarks.edits(model, tally)), std::vector<std::size_t>{0});
  EXPECT_EQ(fields_of<RecodeField>(ConvertRound(Storage::mark).edits(model, tally)), std::vector<std::size_t>{1});
}

TEST(RefreshRound, TellsOfWhatIsDamagedWhenAllIsAskedFor) {
  Session session({}, {});
  StoredField damaged = citation("b", "[2]");
  damaged.code = std::make_shared<const FieldCode>(FieldCode{zotero::CodeKind::item, nullptr});
  const DocumentModel model = model_of({citation("a", "[1]"), damaged}, session);
  Tally some, all;
  RefreshRound(false, false).edits(model, some);
  RefreshRound(true, false).edits(model, all);
  EXPECT_EQ(some.left, 0U);
  EXPECT_EQ(all.left, 1U);
}

TEST(ListRound, TellsOfAListWhosePlaceIsGone) {
  Session session({}, {});
  StoredDocument stored;
  stored.lost_lists = {"SOAT_LIST"};
  const DocumentModel model = session.read(std::move(stored));
  Tally tally;
  EXPECT_TRUE(ListRound(session, false).edits(model, tally).empty());
  EXPECT_TRUE(tally.list_lost);
}

}  // namespace
}  // namespace soat::citation::session
