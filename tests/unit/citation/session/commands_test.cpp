#include "citation/session/commands.h"

#include <gtest/gtest.h>

#include "citation/csl/errors.h"
#include "citation/zotero/json_access.h"
#include "paper.h"
#include "support/test_folder.h"
#include "text/error.h"
#include "text/utf.h"

namespace soat::citation::session {
namespace {

using test::book;
using test::cite;
using test::cites;
using test::Desk;
using test::fault_of;
using test::kAnh;
using test::kHoa;
using test::kUt;
using test::lists_of;
using test::Paper;
using test::said;
using Texts = std::vector<std::string>;

const zotero::Preferences preferences(const Desk& desk) {
  return zotero::read_preferences(desk.paper.properties.at("ZOTERO_PREF"));
}

Json data_of(const Desk& desk, std::size_t item) {
  return desk.paper.items[item].code->data;
}

TEST(Commands, InsertRenumbersWhatFollows) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.put(cites(kAnh), 1);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]"}));
  desk.put(cites(kHoa, {{"locator", "7"}, {"label", "page"}}), 0);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1, tr. 7]", "[2]", "[3]"}));
}

TEST(Commands, InsertAheadGivesTheSame) {
  Desk desk;
  desk.put(cites(kUt), 0, true);
  desk.put(cites(kAnh), 0, true);
  desk.put(cites(kUt), 0, true);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]", "[1]"}));
}

TEST(Commands, InsertAheadWritesTheCitationBeforeOthersFollow) {
  Desk desk;
  desk.put(cites(kUt), 0);
  const DocumentModel now = desk.model();
  Command command = insert(desk.session, now, desk.point(now, 0), {cites(kAnh), false, {}}, true);
  Tally tally;
  command.rounds.front()->compute(now, desk.formatter, desk.progress);
  const FieldEdits edits = command.rounds.front()->edits(now, tally);
  ASSERT_EQ(edits.size(), 1U);  // nothing of the one behind it, which becomes [2]
  ASSERT_TRUE(std::holds_alternative<PutCitation>(edits.front()));
  EXPECT_NE(std::get<PutCitation>(edits.front()).rtf.find("[1]"), std::string::npos);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]"}));
}

TEST(Commands, InsertStoresZoterosForm) {
  Desk desk;
  const std::string id = desk.put(cites(kUt, {{"suffix", ""}, {"prefix", "xem "}}), 0);
  const Json data = data_of(desk, 0);
  EXPECT_EQ(data["citationID"], id);
  EXPECT_EQ(data["properties"]["plainCitation"], "xem [1]");
  EXPECT_EQ(data["properties"]["noteIndex"], 0);
  std::vector<std::string> keys;
  for (const auto& [key, value] : data["citationItems"][0].items()) keys.push_back(key);
  EXPECT_EQ(keys, (Texts{"id", "uris", "itemData", "prefix"}));
}

TEST(Commands, InsertRefusesWhatHasNoSource) {
  Desk desk;
  const DocumentModel now = desk.model();
  EXPECT_THROW(insert(desk.session, now, {}, {Json::array(), false, {}}, false), Error);
  EXPECT_THROW(insert(desk.session, now, {}, {Json::array({{{"uris", Json::array({"x"})}}}), false, {}}, false), Error);
}

TEST(Commands, TheFirstCitationBringsPreferences) {
  Desk desk;
  desk.paper.properties.clear();
  desk.put(cites(kUt), 0);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]"}));
  EXPECT_NE(preferences(desk).style.find("bo-giao-duc"), std::string::npos);
  EXPECT_EQ(preferences(desk).pref("fieldType"), "ReferenceMark");
}

TEST(Commands, UnreadablePreferencesStay) {
  Desk desk;
  StoredDocument stored;
  stored.has_preferences = true;
  const DocumentModel now = desk.session.read(stored);
  Command command = insert(desk.session, now, {}, {cites(kUt), false, {}}, false);
  Tally tally;
  command.rounds.front()->compute(now, desk.formatter, {});
  for (const FieldEdit& edit : command.rounds.front()->edits(now, tally))
    EXPECT_FALSE(std::holds_alternative<WriteProperty>(edit));
}

TEST(Commands, AWordDocumentKeepsBookmarks) {
  Desk desk;
  desk.paper.word = true;
  desk.put(cites(kUt), 0);
  EXPECT_EQ(desk.paper.items[0].storage, Storage::bookmark);
  EXPECT_EQ(preferences(desk).pref("fieldType"), "Bookmark");
}

TEST(Commands, AnotherProgramsPreferencesAreNeverWritten) {
  Desk desk;
  StoredDocument stored = desk.paper.stored();
  stored.of_zotero_in_word = true;
  const DocumentModel now = desk.session.read(stored);
  Tally tally;
  Command change = change_settings(desk.session, now.settings);
  change.rounds.front()->compute(now, desk.formatter, {});
  EXPECT_EQ(fault_of([&] { change.rounds.front()->edits(now, tally); }), said(texts::citation_error_zotero_style));
  Command list = insert_list(desk.session, ListTitle::none);
  list.rounds.front()->compute(now, desk.formatter, {});
  for (const FieldEdit& edit : list.rounds.front()->edits(now, tally))
    EXPECT_FALSE(std::holds_alternative<WriteProperty>(edit));
}

TEST(Commands, EditChangesOneAndWhatHangsOnIt) {
  Desk desk;
  const std::string first = desk.put(cites(kUt), 0);
  desk.put(cites(kAnh), 1);
  desk.run(edit(desk.session, desk.model(), first, {Json::array({cite(kAnh), cite(kHoa)}), false, {}}));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1], [2]", "[1]"}));
  EXPECT_EQ(data_of(desk, 0)["citationID"], first);
}

TEST(Commands, EditTakesTheNewestDataOfASource) {
  Desk desk("apa");
  const std::string first = desk.put(cites(kUt), 0);
  Json later = kUt;
  later["issued"]["date-parts"][0][0] = 2010;
  desk.put(cites(kUt), 1);
  desk.run(edit(desk.session, desk.model(), first, {cites(later), false, {}}));
  desk.run(refresh(desk.session, false));
  EXPECT_EQ(desk.paper.texts(), (Texts{"(Trần Thị Ánh, 2010)", "(Trần Thị Ánh, 2010)"}));
}

TEST(Commands, WhatIsNotThereCannotBeChanged) {
  Desk desk;
  desk.put(cites(kUt), 0);
  const DocumentModel now = desk.model();
  EXPECT_EQ(fault_of([&] {
              edit(desk.session, now, "nobody", {cites(kAnh), false, {}});
            }),
            said(texts::citation_error_gone));
  EXPECT_EQ(fault_of([&] { remove(desk.session, now, "nobody", false); }), said(texts::citation_error_gone));
  EXPECT_EQ(fault_of([&] { desk.run(keep_edit("nobody")); }), said(texts::citation_error_gone));
  EXPECT_THROW(update_source(desk.session, {}), Error);
}

TEST(Commands, RemoveRenumbers) {
  Desk desk;
  const std::string first = desk.put(cites(kUt), 0);
  desk.put(cites(kAnh), 1);
  desk.run(insert_list(desk.session, ListTitle::none), 2);
  EXPECT_EQ(desk.paper.list().lines.size(), 2U);
  desk.run(remove(desk.session, desk.model(), first, false));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]"}));
  ASSERT_EQ(desk.paper.list().lines.size(), 1U);
  EXPECT_NE(desk.paper.list().lines[0].find(u"Chợ nổi"), std::u16string::npos);
  desk.run(remove(desk.session, desk.model(), desk.model().snapshot.citations[0].id, false));
  EXPECT_EQ(desk.paper.list().lines, (std::vector<std::u16string>{u""}));  // for the surface to fill
}

TEST(Commands, AFailureTakesAllBack) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.paper.items[0].is_protected = true;
  const auto before = desk.paper.properties;
  EXPECT_EQ(fault_of([&] { desk.put(cites(kAnh), 0); }),
            said({texts::citation_error_protected, desk.paper.items[0].text}));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]"}));
  EXPECT_EQ(desk.paper.properties, before);
}

TEST(Commands, CancellingIsTold) {
  Desk desk;
  desk.cancelled = true;
  EXPECT_THROW(desk.put(cites(kUt), 0), Cancelled);
  desk.cancelled = false;
  desk.put(cites(kUt), 0);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]"}));
}

TEST(Commands, AStyleThatIsNotInstalledChangesNothing) {
  Desk desk;
  desk.put(cites(kUt), 0);
  const auto before = desk.paper.properties;
  Settings settings = desk.model().settings;
  settings.style = "http://nowhere.example/none";
  EXPECT_THROW(desk.run(change_settings(desk.session, settings)), StyleMissing);
  EXPECT_EQ(desk.paper.properties, before);
}

TEST(Commands, RefreshLeavesWhatWasEditedByHand) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.put(cites(kAnh), 1);
  desk.paper.items[1].text = "[hai]";
  const Tally kept = desk.run(refresh(desk.session, false));
  EXPECT_EQ(kept.edited, 1U);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[hai]"}));
  const Tally overwritten = desk.run(refresh(desk.session, true));
  EXPECT_EQ(overwritten.changed, 1U);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]"}));
}

TEST(Commands, AKeptTextStaysForGood) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.paper.items[0].text = "của tôi";
  desk.run(keep_edit(desk.model().snapshot.citations[0].id));
  const Tally tally = desk.run(refresh(desk.session, true));
  EXPECT_EQ(tally.edited, 0U);
  EXPECT_EQ(desk.paper.texts(), (Texts{"của tôi"}));
}

TEST(Commands, FollowWritesOnlyWhatIsAnother) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.put(cites(kAnh), 1);
  desk.put(cites(kHoa), 2);
  desk.run(insert_list(desk.session, ListTitle::none), 3);
  desk.run(follow(desk.session));
  EXPECT_TRUE(desk.paper.properties.contains("ZOTERO_PREF"));
  // Taken away by hand.
  desk.paper.items.erase(desk.paper.items.begin());
  const Tally tally = desk.run(follow(desk.session));
  EXPECT_EQ(tally.changed, 2U);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]"}));
  EXPECT_EQ(desk.paper.list().lines.size(), 2U);
  EXPECT_EQ(desk.run(follow(desk.session)).changed, 0U);
}

TEST(Commands, UpdateSourceChangesEveryCitation) {
  Desk desk("apa");
  desk.put(cites(kUt), 0);
  desk.put(Json::array({cite(kAnh), cite(kUt)}), 1);
  Source source{{"urn:test:ut"}, kUt, 0};
  source.data["issued"]["date-parts"][0][0] = 2020;
  source.data["id"] = "other";
  desk.run(update_source(desk.session, source));
  EXPECT_EQ(desk.paper.texts(), (Texts{"(Trần Thị Ánh, 2020)", "(Nguyễn Thị Ánh, 1999; Trần Thị Ánh, 2020)"}));
  EXPECT_EQ(data_of(desk, 0)["citationItems"][0]["itemData"]["id"], "ut");
}

TEST(Commands, UnlinkLeavesPreferencesAndWhatIsDamaged) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  test::Paper::Item damaged;
  damaged.name = "damaged";
  damaged.code = test::Paper::code_of(zotero::CodeKind::item, nullptr);
  desk.paper.items.push_back(damaged);
  const Tally tally = desk.run(unlink());
  EXPECT_EQ(tally.changed, 2U);
  EXPECT_EQ(tally.left, 1U);
  EXPECT_EQ(desk.paper.items.size(), 1U);
  EXPECT_TRUE(desk.paper.properties.contains("ZOTERO_PREF"));
}

TEST(Commands, ConvertChangesEveryField) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  EXPECT_EQ(desk.run(convert(Storage::bookmark)).changed, 2U);
  for (const auto& item : desk.paper.items) EXPECT_EQ(item.storage, Storage::bookmark);
  EXPECT_EQ(preferences(desk).pref("fieldType"), "Bookmark");
  EXPECT_EQ(desk.run(convert(Storage::bookmark)).changed, 0U);
  EXPECT_EQ(desk.model().settings.fields, Storage::bookmark);
}

// --- Notes

Settings with_notes(Desk& desk, NoteKind notes) {
  Settings settings = desk.model().settings;
  settings.notes = notes;
  settings.style = Desk::id_of(notes == NoteKind::none ? "ieee" : "chicago-fullnote-bibliography");
  return settings;
}

TEST(Commands, NotesAreCountedOn) {
  Desk desk;
  desk.run(change_settings(desk.session, with_notes(desk, NoteKind::footnotes)));
  desk.put(cites(kUt), 0);
  desk.put(cites(kUt), 0);
  ASSERT_EQ(desk.paper.items.size(), 2U);
  EXPECT_EQ(desk.paper.number_of(desk.paper.items[0]), 1);
  EXPECT_EQ(data_of(desk, 0)["properties"]["noteIndex"], 1);
  EXPECT_EQ(data_of(desk, 1)["properties"]["noteIndex"], 2);
  EXPECT_NE(desk.paper.items[0].text.find("Sông nước"), std::string::npos);
  const std::string later = desk.paper.items[1].text;
  EXPECT_LT(later.size(), desk.paper.items[0].text.size());  // short, for it comes second
  desk.run(remove(desk.session, desk.model(), desk.model().snapshot.citations[0].id, true));
  EXPECT_NE(desk.paper.items[0].text, later);
  EXPECT_EQ(data_of(desk, 0)["properties"]["noteIndex"], 1);
}

TEST(Commands, CitationsMoveIntoNotesAndBack) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.put(cites(kAnh), 1);
  desk.run(change_settings(desk.session, with_notes(desk, NoteKind::footnotes)));
  for (const auto& item : desk.paper.items) EXPECT_EQ(item.note_kind, NoteKind::footnotes);
  desk.run(change_settings(desk.session, with_notes(desk, NoteKind::endnotes)));
  for (const auto& item : desk.paper.items) EXPECT_EQ(item.note_kind, NoteKind::endnotes);
  desk.paper.items[1].beside = u"Xem thêm ";
  const Tally tally = desk.run(change_settings(desk.session, with_notes(desk, NoteKind::none)));
  EXPECT_EQ(tally.left, 1U);
  EXPECT_EQ(desk.paper.items[0].note_kind, NoteKind::none);
  EXPECT_EQ(desk.paper.items[1].note_kind, NoteKind::endnotes);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]"}));
}

TEST(Commands, SettingsAreStored) {
  Desk desk;
  desk.put(cites(kUt), 0);
  Settings settings = desk.model().settings;
  settings.style = Desk::id_of("apa");
  settings.locale = "en-US";
  settings.fields = Storage::bookmark;
  settings.headings = true;
  settings.vietnamese_order = false;
  settings.full_names = FullNames::never;
  desk.run(change_settings(desk.session, settings));
  const Settings stored = desk.model().settings;
  EXPECT_EQ(stored.style, settings.style);
  EXPECT_EQ(stored.locale, "en-US");
  EXPECT_EQ(stored.fields, Storage::bookmark);
  EXPECT_TRUE(stored.headings);
  EXPECT_FALSE(stored.vietnamese_order);
  EXPECT_EQ(stored.full_names, FullNames::never);
  EXPECT_EQ(desk.paper.items[0].storage, Storage::bookmark);
  EXPECT_EQ(desk.paper.texts(), (Texts{"(Trần, 2003)"}));
}

// --- The list

TEST(Commands, TheListFollows) {
  Desk desk("apa");
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  EXPECT_LT(desk.paper.format.first_line, 0);
  EXPECT_TRUE(preferences(desk).has_bibliography);
  EXPECT_TRUE(preferences(desk).bibliography_style_set);
  ASSERT_EQ(desk.paper.list().lines.size(), 1U);
  desk.put(cites(kAnh), 0);
  ASSERT_EQ(desk.paper.list().lines.size(), 2U);
  EXPECT_NE(desk.paper.list().lines[0].find(u"Nguyễn"), std::u16string::npos);
}

// What each list of the paper says, a text.
TEST(Commands, PartsHaveListsOfTheirOwn) {
  Desk desk;
  desk.put(cites(kUt), 0);
  desk.put(cites(kAnh), 1);
  desk.run(insert_list(desk.session, ListTitle::none, true), 2);
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|"}));
  desk.put(cites(kHoa), 3);
  desk.put(cites(kAnh), 4);
  desk.run(insert_list(desk.session, ListTitle::none, true), 5);
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|", "[2]|[3]|"}));
  desk.run(insert_list(desk.session, ListTitle::none), 6);
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|", "[2]|[3]|", "[1]|[2]|[3]|"}));
  for (int i = 0; i < 10; ++i) EXPECT_EQ(desk.run(refresh(desk.session, false)).changed, 0U);
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|", "[2]|[3]|", "[1]|[2]|[3]|"}));
  EXPECT_EQ(desk.model().main_list(), 6U);
  // One before all others, in a part that lies before a list of a part.
  desk.put(cites(book("moi", "Lý", "Mới", 2020)), 0);
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|[3]|", "[3]|[4]|", "[1]|[2]|[3]|[4]|"}));
  // Without the first list its part belongs to the second one.
  desk.paper.items.erase(desk.paper.items.begin() + 3);
  desk.run(refresh(desk.session, false));
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|[3]|[4]|", "[1]|[2]|[3]|[4]|"}));
  // What is chosen for the list of all is left out of each, and listed there alone.
  const Json more = book("more", "Đỗ", "Thêm", 1980);
  desk.run(choose_listed(desk.session, {{{{"urn:test:more"}, more}}, {{"urn:test:hoa"}}}));
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|[3]|", "[1]|[2]|[3]|[5]|"}));
  desk.run(convert(Storage::bookmark));
  EXPECT_EQ(desk.model().lists.size(), 2U);
  EXPECT_FALSE(desk.model().part_of(desk.model().lists[0]).empty());
  desk.run(unlink());
  EXPECT_TRUE(desk.model().lists.empty());
}

TEST(Commands, ACitationLeadsToTheListOfItsPart) {
  Desk desk;
  Settings settings = desk.model().settings;
  settings.cite_links = true;
  desk.put(cites(kUt), 0);
  desk.run(change_settings(desk.session, settings));
  desk.run(insert_list(desk.session, ListTitle::none, true), 1);
  desk.run(insert_list(desk.session, ListTitle::none), 2);
  desk.put(cites(kUt), 3);
  const auto address = [&](std::size_t item) { return text::to_utf8(desk.paper.items[item].links.at(0).address); };
  EXPECT_EQ(address(0), "#" + desk.paper.items[1].names.at(0));
  EXPECT_EQ(desk.run(refresh(desk.session, false)).changed, 0U);
  EXPECT_EQ(address(3), "#" + desk.paper.items[2].names.at(0));
  EXPECT_NE(address(0), address(3));
}

bool waits(const Desk& desk) {
  return desk.paper.properties.contains("SOAT_PENDING");
}

TEST(Commands, WhereUpdatesAreDelayedARefreshDoesAll) {
  Desk desk;
  Settings settings = desk.model().settings;
  settings.delayed = true;
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  desk.run(change_settings(desk.session, settings));
  EXPECT_TRUE(desk.model().settings.delayed);
  EXPECT_NE(desk.paper.properties.at("ZOTERO_PREF").find("delayCitationUpdates"), std::string::npos);
  EXPECT_FALSE(waits(desk));
  const std::string id = desk.put(cites(kAnh), 0);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[1]"}));
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|"}));
  EXPECT_TRUE(waits(desk));
  desk.run(edit(desk.session, desk.model(), id, {cites(kHoa, {{"locator", "9"}}), false, {}}));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1, tr. 9]", "[1]"}));
  desk.run(refresh(desk.session, false));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1, tr. 9]", "[2]"}));
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|[2]|"}));
  EXPECT_FALSE(waits(desk));
  desk.run(remove(desk.session, desk.model(), id, false));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[2]"}));
  EXPECT_TRUE(waits(desk));
  settings = desk.model().settings;
  settings.delayed = false;  // whoever turns it off wants all up to date
  desk.run(change_settings(desk.session, settings));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]"}));
  EXPECT_EQ(lists_of(desk), (Texts{"[1]|"}));
  EXPECT_FALSE(waits(desk));
}

TEST(Commands, WhatHappensBesideCommandsIsPutOff) {
  Desk desk;
  Settings settings = desk.model().settings;
  settings.delayed = true;
  desk.run(change_settings(desk.session, settings));
  desk.put(cites(kUt), 0);
  EXPECT_FALSE(waits(desk));  // there is nothing else in the document
  desk.put(cites(kAnh), 1);
  EXPECT_TRUE(waits(desk));
  desk.run(insert_list(desk.session, ListTitle::none), 2);  // brings all up to date
  EXPECT_FALSE(waits(desk));
  const auto known = desk.model().ids();
  desk.run(put_off(known));
  EXPECT_FALSE(waits(desk));  // all stand where they stood
  std::swap(desk.paper.items[0], desk.paper.items[1]);
  desk.run(put_off(known));
  EXPECT_TRUE(waits(desk));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[2]", "[1]"}));
  desk.run(put_off(known));
  EXPECT_TRUE(desk.edits.empty());
}

TEST(Commands, NothingWaitsWhereARefreshWouldChangeNothing) {
  Desk desk;
  Settings settings = desk.model().settings;
  settings.delayed = true;
  desk.run(change_settings(desk.session, settings));
  desk.put(cites(kUt), 0);
  desk.run(insert_list(desk.session, ListTitle::none), 1);
  // The same source once more: the list and the number stay.
  desk.put(cites(kUt), 1);
  EXPECT_TRUE(waits(desk));
  desk.run(check_pending(desk.session));
  EXPECT_FALSE(waits(desk));
  // Another source: the list lacks it.
  desk.put(cites(kAnh), 2);
  desk.run(check_pending(desk.session));
  EXPECT_TRUE(waits(desk));
  EXPECT_TRUE(desk.edits.empty());
  desk.run(refresh(desk.session, false));
  EXPECT_FALSE(waits(desk));
  // Before the others: their numbers wait.
  desk.put(cites(kHoa), 0);
  desk.run(check_pending(desk.session));
  EXPECT_TRUE(waits(desk));
}

TEST(Commands, AnEditCanTakeTheCommandsPlaceAlong) {
  Desk desk;
  const std::string id = desk.put(cites(kUt), 0);
  desk.run(edit(desk.session, desk.model(), id, {cites(kAnh), false, {}}));
  EXPECT_EQ(desk.paper.cleared, 0);
  desk.run(edit(desk.session, desk.model(), id, {cites(kUt), false, {}, true}));
  EXPECT_EQ(desk.paper.cleared, 1);
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]"}));
}

// --- Previews

TEST(Commands, PreviewsSayWhatWillBe) {
  Desk desk;
  desk.put(cites(kUt), 0);
  const std::string second = desk.put(cites(kAnh), 1);
  const DocumentModel now = desk.model();
  EXPECT_EQ(preview_at(desk.session, now, desk.point(now, 0), {cites(kHoa), false, {}}).text(desk.formatter), "[1]");
  EXPECT_EQ(preview_at(desk.session, now, desk.point(now, 2), {cites(kUt), false, {}}).text(desk.formatter), "[1]");
  const auto other = preview_of(desk.session, now, second, {cites(kHoa), false, {}});
  ASSERT_TRUE(other);
  EXPECT_EQ(other->text(desk.formatter), "[2]");
  EXPECT_FALSE(preview_of(desk.session, now, "nobody", {cites(kHoa), false, {}}));
  EXPECT_EQ(desk.paper.texts(), (Texts{"[1]", "[2]"}));
}

}  // namespace
}  // namespace soat::citation::session
