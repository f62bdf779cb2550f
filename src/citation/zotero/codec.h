#pragma once

#include <functional>
#include <map>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How Zotero stores citations in a Writer document, as pure functions: names of marks and sections, values of custom
// properties, document preferences, citation JSON. Key order is kept: Zotero compares stored text with what it would
// write.
namespace soat::citation::zotero {

using Json = nlohmann::ordered_json;

enum class CodeKind { item, bibliography, temporary };

struct Code {
  CodeKind kind = CodeKind::temporary;
  Json data;  // citation or bibliography object; null for a placeholder or where the JSON is damaged
};

// The code in the name of a reference mark or text section (with " RND…") or in the value behind a bookmark (without).
// Nothing when the text holds no code of Zotero's at all.
std::optional<Code> read_code(std::string_view text);

// Ten letters and digits, another each time.
std::string random_suffix(std::size_t length = 10);

// Names of marks and sections; `suffix` is the ten characters after RND. JSON on one line, raw Unicode.
std::string item_name(const Json& citation, std::string_view suffix);
std::string bibliography_name(const Json& bibliography, std::string_view suffix);

// What the names of bookmarks begin with that have the same codes behind them.
inline constexpr const char bookmark_stem[] = "ZOTERO_BREF_";
// The same codes as values behind such bookmarks.
std::string item_value(const Json& citation);
std::string bibliography_value(const Json& bibliography);

bool is_bookmark_name(std::string_view name);
// A bookmark's own name, or that of which it is a copy (LibreOffice adds digits, or " Copy 1" in the user's language,
// of up to 32 bytes): the longest for which `known` holds. Nothing when none does.
std::optional<std::string> original_bookmark(std::string_view name, const std::function<bool(std::string_view)>& known);

// A long value as properties stem_1, stem_2, …, each at most 255 UTF-16 units; no surrogate pair is cut. Text is UTF-8.
std::vector<std::pair<std::string, std::string>> to_properties(std::string_view stem, std::string_view value);
// The value again, from UTF-16 properties: pieces may cut surrogate pairs, so they are joined before they become UTF-8.
// `get` gives a property's value or nothing. Nothing when there is no stem_1.
std::optional<std::string> from_properties(std::string_view stem,
                                           const std::function<std::optional<std::u16string>(const std::string&)>& get);

struct Preferences {
  int data_version = 3;
  std::string zotero_version;
  std::string session;
  std::string style;   // the style's id
  std::string locale;  // empty: none
  bool has_bibliography = false;
  bool bibliography_style_set = false;
  std::vector<std::pair<std::string, std::string>> prefs;  // in order, unknown ones too; booleans as "true" and "false"

  std::string pref(std::string_view name) const;
  void set_pref(std::string_view name,
                std::string value);  // an empty value or "false" removes it: Zotero writes no falsy ones
};

// Reads versions 1 (colon-separated), 3 (XML) and 4 (JSON). Throws soat::Error when the text is none of them or from a
// newer version.
Preferences read_preferences(std::string_view text);
// Version 3 XML on one line; version 4 JSON where it was read as that.
std::string write_preferences(const Preferences& preferences);

// A citation of any age in today's form: uris a list, label a name, "suppress-author", properties.unsorted, lower-case
// keys. What is unknown is kept.
Json modern_citation(Json citation);

// Makes it writable: uris never empty (an own URI of the item's data where there is none), itemData always an object.
void complete_items(Json& citation);

}  // namespace soat::citation::zotero
