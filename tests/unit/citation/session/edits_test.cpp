#include "citation/session/edits.h"

#include <gtest/gtest.h>

#include "citation/session/citation_data.h"
#include "citation/session/note_text.h"
#include "citation/session/settings.h"
#include "text/error.h"

namespace soat::citation::session {
namespace {

Json written(const std::string& text, int note) {
  const Json cites = Json::array({{{"uris", Json::array({"u"})}, {"itemData", {{"title", "A"}}}}});
  return written_citation(citation_of("id", cites, true), text, text, note);
}

TEST(Edits, OnlyWhatIsAnotherIsWritten) {
  RewriteCitation edit{0, "id", "[1]", std::nullopt, false};
  EXPECT_EQ(judge(edit, written("[1]", 0), "[1]", 0), Rewriting::needless);
  EXPECT_EQ(judge(edit, written("[1]", 0), "[1]", 2), Rewriting::data);
  EXPECT_EQ(judge(edit, written("[2]", 0), "[2]", 0), Rewriting::text);
  edit.id = "other";
  EXPECT_EQ(judge(edit, written("[1]", 0), "[1]", 0), Rewriting::data);
}

TEST(Edits, TextsOfTheUsersOwnStay) {
  RewriteCitation edit{0, "id", "[2]", std::nullopt, false};
  EXPECT_EQ(judge(edit, written("[1]", 0), "[một]", 0), Rewriting::edited);
  edit.overwrite_edits = true;
  EXPECT_EQ(judge(edit, written("[1]", 0), "[một]", 0), Rewriting::text);
  EXPECT_EQ(judge(edit, kept_citation(written("[1]", 0), "id"), "[một]", 0), Rewriting::needless);
  edit.data = written("[3]", 0);  // edited in the window
  EXPECT_EQ(judge(edit, kept_citation(written("[1]", 0), "id"), "[một]", 0), Rewriting::text);
}

TEST(Edits, NotesThatSayMoreAreLeft) {
  const std::vector<Json> citations = {written("Trần, Sông", 1), written("Lê, Ghe", 1)};
  EXPECT_FALSE(says_more(u" Trần, Sông; Lê, Ghe.", {u"Trần, Sông", u"Lê, Ghe"}, citations));
  EXPECT_TRUE(says_more(u"Xem Trần, Sông; Lê, Ghe", {u"Trần, Sông", u"Lê, Ghe"}, citations));
  // A mark that has grown over what was typed behind it.
  EXPECT_TRUE(says_more(u"Trần, Sông hay lắm", {u"Trần, Sông hay lắm"}, {citations[0]}));
  EXPECT_EQ(words_beside(u"abcabc", {u"abc", u""}), u"abc");
}

TEST(Edits, BlanksBeforeACitation) {
  EXPECT_TRUE(wants_blank_behind(u'a'));
  EXPECT_TRUE(wants_blank_behind(u'.'));
  for (const char16_t unit : std::u16string(u" \u00a0\t\n([{“‘«")) EXPECT_FALSE(wants_blank_behind(unit));
  EXPECT_FALSE(wants_blank_behind(0));
}

TEST(CitationData, IsInZoterosOrder) {
  const Json data = kept_citation(written("[1]", 3), "id");
  std::vector<std::string> keys;
  for (const auto& [key, value] : data["properties"].items()) keys.push_back(key);
  EXPECT_EQ(keys,
            (std::vector<std::string>{"unsorted", "formattedCitation", "plainCitation", "dontUpdate", "noteIndex"}));
  keys.clear();
  for (const auto& [key, value] : data.items()) keys.push_back(key);
  EXPECT_EQ(keys, (std::vector<std::string>{"citationID", "properties", "citationItems", "schema"}));
}

TEST(CitationData, RemembersThatThereWasNoBlank) {
  Json data = written("[1]", 0);
  EXPECT_FALSE(is_joined(data));
  set_joined(data, true);
  EXPECT_TRUE(is_joined(data));
  EXPECT_TRUE(is_joined(written_citation(data, "[2]", "[2]", 1)));
  set_joined(data, false);
  EXPECT_FALSE(is_joined(data));
  Json bare = {{"properties", 5}};
  set_joined(bare, true);
  EXPECT_TRUE(is_joined(bare));
  EXPECT_FALSE(is_joined(nullptr));
}

TEST(CitationData, ASourceKeepsItsId) {
  const auto any = [](const Json&) { return true; };
  const Json changed = with_source(written("[1]", 0), {{"id", "new"}, {"title", "B"}}, any);
  EXPECT_EQ(changed["citationItems"][0]["itemData"]["title"], "B");
  EXPECT_EQ(changed["citationItems"][0]["itemData"]["id"], "u");
  EXPECT_TRUE(with_source(written("[1]", 0), {}, [](const Json&) { return false; }).is_null());
}

TEST(CitationData, SourcesWithoutDataCannotBeCited) {
  EXPECT_THROW(citation_of("id", Json::array(), false), Error);
  EXPECT_THROW(citation_of("id", "x", false), Error);
  EXPECT_THROW(citation_of("id", Json::array({5}), false), Error);
  EXPECT_THROW(citation_of("id", Json::array({{{"itemData", Json::object()}}}), false), Error);
}

TEST(Settings, AreWhatPreferencesSay) {
  const Settings fresh = settings_of(fresh_preferences(Storage::mark), false);
  EXPECT_EQ(fresh.style, default_style);
  EXPECT_EQ(fresh.locale, "vi-VN");
  EXPECT_TRUE(fresh.headings);
  EXPECT_TRUE(fresh.vietnamese_order);
  EXPECT_EQ(fresh.fields, Storage::mark);
  EXPECT_EQ(settings_of(fresh_preferences(Storage::mark), true).fields, Storage::bookmark);
  zotero::Preferences other;
  other.style = "http://www.zotero.org/styles/apa";
  other.locale = "en-US";
  other.set_pref("fieldType", "Field");
  other.set_pref("noteType", "2");
  const Settings read = settings_of(other, false);
  EXPECT_EQ(read.notes, NoteKind::endnotes);
  EXPECT_EQ(read.fields, Storage::bookmark);
  EXPECT_FALSE(read.headings);
  EXPECT_FALSE(read.vietnamese_order);
  EXPECT_EQ(fresh.full_names, FullNames::usual);
  EXPECT_EQ(read.full_names, FullNames::never);  // of another language, and says nothing
}

TEST(Settings, KeepHowVietnamesePersonsAreNamed) {
  for (const FullNames names : {FullNames::usual, FullNames::always, FullNames::never}) {
    Settings settings = settings_of(fresh_preferences(Storage::mark), false);
    settings.full_names = names;
    EXPECT_EQ(settings_of(with_settings(fresh_preferences(Storage::mark), settings, true), false).full_names, names);
  }
  zotero::Preferences newer = fresh_preferences(Storage::mark);
  newer.set_pref("soat-names", "a way of a later version");
  EXPECT_EQ(settings_of(newer, false).full_names, FullNames::usual);
}

TEST(Settings, AnotherStyleHasAListOfItsOwnLooks) {
  zotero::Preferences old = fresh_preferences(Storage::mark);
  old.bibliography_style_set = true;
  old.set_pref("delayCitationUpdates", "true");
  Settings settings = settings_of(old, false);
  EXPECT_TRUE(with_settings(old, settings, true).bibliography_style_set);
  settings.style = "http://www.zotero.org/styles/apa";
  const zotero::Preferences changed = with_settings(old, settings, true);
  EXPECT_FALSE(changed.bibliography_style_set);
  EXPECT_EQ(changed.pref("delayCitationUpdates"), "true");
}

}  // namespace
}  // namespace soat::citation::session
