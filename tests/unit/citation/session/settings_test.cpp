#include "citation/session/settings.h"

#include <gtest/gtest.h>

namespace soat::citation::session {
namespace {

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

TEST(Settings, LinksAreMadeOnlyWhereSomebodyWantsThem) {
  Settings settings = settings_of(fresh_preferences(Storage::mark), false);
  EXPECT_FALSE(settings.links);
  for (const bool wanted : {true, false}) {
    settings.links = wanted;
    EXPECT_EQ(settings_of(with_settings(fresh_preferences(Storage::mark), settings, true), false).links, wanted);
  }
}

TEST(Settings, ATitleAboveTheListIsUndecidedUntilSomebodyIsAsked) {
  zotero::Preferences stored = fresh_preferences(Storage::mark);
  EXPECT_FALSE(settings_of(stored, false).list_title);
  EXPECT_FALSE(settings_of(with_settings(stored, settings_of(stored, false), true), false).list_title);
  for (const bool wanted : {true, false}) {
    set_list_title(stored, wanted);
    EXPECT_EQ(settings_of(with_settings(stored, settings_of(stored, false), true), false).list_title, wanted);
  }
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
