#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "reference/legal_reference.h"

namespace soat::citation {

// A legal reference as a CSL-JSON item: type "legislation" ("standard", "treaty"), genre, number, issued, authority,
// title, locator, each only when the text had it.
nlohmann::json to_csl_item(const reference::LegalReference& reference);

// What `soat cite parse` gives for a line of UTF-8: the item that the line refers to, JSON null when it refers to none.
nlohmann::json parse_reference(std::string_view line);
// A list of all items that it refers to.
nlohmann::json parse_references(std::string_view line);

}  // namespace soat::citation
