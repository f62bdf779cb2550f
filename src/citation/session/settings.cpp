#include "citation/session/settings.h"

#include <utility>

namespace soat::citation::session {

using zotero::Preferences;

namespace {

constexpr const char* kStorage = "fieldType";
constexpr const char* kNotes = "noteType";
constexpr const char* kHeadings = "soat-headings";
constexpr const char* kTitle = "soat-title";
constexpr const char* kOrder = "soat-order";
constexpr const char* kNames = "soat-names";
constexpr const char* kLinks = "soat-links";
constexpr const char* kCiteLinks = "soat-cite-links";
constexpr const char* kDelayed = "delayCitationUpdates";  // Zotero's

}  // namespace

bool is_vietnamese(const std::string& locale) {
  return locale.empty() || locale.starts_with("vi");
}

void set_storage(Preferences& preferences, Storage fields) {
  preferences.set_pref(kStorage, fields == Storage::bookmark ? "Bookmark" : "ReferenceMark");
}

void set_list_title(Preferences& preferences, bool wanted) {
  preferences.set_pref(kTitle, wanted ? "yes" : "no");
}

Preferences fresh_preferences(Storage fields) {
  Preferences fresh;
  fresh.style = default_style;
  fresh.locale = "vi-VN";
  fresh.session = zotero::random_suffix(8);
  fresh.zotero_version = std::string("Soat ") + SOAT_VERSION;
  set_storage(fresh, fields);
  return fresh;
}

Settings settings_of(const Preferences& preferences, bool only_bookmarks) {
  Settings settings;
  settings.style = preferences.style.empty() ? default_style : preferences.style;
  settings.locale = preferences.locale;
  const std::string notes = preferences.pref(kNotes);
  settings.notes = notes == "1" ? NoteKind::footnotes : notes == "2" ? NoteKind::endnotes : NoteKind::none;
  const std::string stored = preferences.pref(kStorage);
  const bool bookmarks = stored == "Bookmark" || stored == "Field" || only_bookmarks;  // "Field": Zotero for Word
  settings.fields = bookmarks ? Storage::bookmark : Storage::mark;
  const std::string headings = preferences.pref(kHeadings);
  settings.headings = headings.empty() ? settings.style == default_style : headings == "yes";
  settings.links = preferences.pref(kLinks) == "yes";
  settings.delayed = preferences.pref(kDelayed) == "true";
  settings.cite_links = preferences.pref(kCiteLinks) == "yes";
  if (const std::string title = preferences.pref(kTitle); !title.empty()) settings.list_title = title == "yes";
  const std::string order = preferences.pref(kOrder);
  settings.vietnamese_order = order.empty() ? is_vietnamese(settings.locale) : order == "vi";
  settings.full_names = full_names_of(preferences.pref(kNames))
                            .value_or(is_vietnamese(settings.locale) ? FullNames::usual : FullNames::never);
  return settings;
}

Preferences with_settings(Preferences preferences, const Settings& settings, bool has_list) {
  if (preferences.style != settings.style) preferences.bibliography_style_set = false;
  preferences.style = settings.style;
  preferences.locale = settings.locale;
  preferences.has_bibliography = has_list;
  set_storage(preferences, settings.fields);
  preferences.set_pref(kNotes, settings.notes == NoteKind::none        ? ""
                               : settings.notes == NoteKind::footnotes ? "1"
                                                                       : "2");
  preferences.set_pref(kHeadings, settings.headings ? "yes" : "no");
  preferences.set_pref(kLinks, settings.links ? "yes" : "");
  preferences.set_pref(kDelayed, settings.delayed ? "true" : "");
  preferences.set_pref(kCiteLinks, settings.cite_links ? "yes" : "");
  if (settings.list_title) set_list_title(preferences, *settings.list_title);
  preferences.set_pref(kOrder, settings.vietnamese_order ? "vi" : "style");
  preferences.set_pref(kNames, word_of(settings.full_names));
  return preferences;
}

}  // namespace soat::citation::session
