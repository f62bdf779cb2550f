#pragma once

#include <optional>
#include <string>

#include "citation/session/types.h"
#include "citation/zotero/codec.h"

namespace soat::citation::session {

// The style of a document that names none.
inline constexpr const char* default_style = "https://soat.invalid/styles/bo-giao-duc-va-dao-tao";

// Whether a document of this locale ("vi-VN"; empty: none said) is written the Vietnamese way unless it says otherwise.
bool is_vietnamese(const std::string& locale);

// The preferences of a document that has none: the shipped style of the Ministry of Education and Training, Vietnamese.
zotero::Preferences fresh_preferences(Storage fields);

// What preferences say. `only_bookmarks`: the document's format keeps no marks and it has none.
Settings settings_of(const zotero::Preferences& preferences, bool only_bookmarks);

// Preferences that say this; what else they say stays. `has_list`: whether the style has a list of sources.
zotero::Preferences with_settings(zotero::Preferences preferences, const Settings& settings, bool has_list);

// Remembers whether a title is to stand above the list of sources; until then nobody has been asked.
void set_list_title(zotero::Preferences& preferences, bool wanted);

void set_storage(zotero::Preferences& preferences, Storage fields);

}  // namespace soat::citation::session
