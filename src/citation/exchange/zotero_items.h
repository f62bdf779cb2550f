#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

namespace soat::citation {

// Whether an object is an item in Zotero's own JSON (itemType, creators), as Better BibTeX and Zotero's web library
// export it, and not CSL-JSON.
bool is_zotero_item(const nlohmann::json& object);

// Such an item as CSL-JSON, by Zotero's own mapping of types and fields; null for what is no source (a note, an
// attachment).
nlohmann::json from_zotero_item(const nlohmann::json& object);

// The path of a file that Zotero only links: whole, or without the name of the folder ("attachments:") that Zotero's
// settings tell and nothing else does.
std::string linked_file(std::string_view path);

}  // namespace soat::citation
