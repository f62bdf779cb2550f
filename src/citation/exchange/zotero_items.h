#pragma once

#include <nlohmann/json.hpp>

namespace soat::citation {

// Whether an object is an item in Zotero's own JSON (itemType, creators), as Better BibTeX and Zotero's web library
// export it, and not CSL-JSON.
bool is_zotero_item(const nlohmann::json& object);

// Such an item as CSL-JSON, by Zotero's own mapping of types and fields; null for what is no source (a note, an
// attachment).
nlohmann::json from_zotero_item(const nlohmann::json& object);

}  // namespace soat::citation
