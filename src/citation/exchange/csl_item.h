#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reference/legal_reference.h"

namespace soat::citation {

// A legal reference as a CSL-JSON item: type "legislation" ("standard", "treaty"), genre, number, issued, authority,
// title, locator, each only when the text had it.
nlohmann::json to_csl_item(const reference::LegalReference& reference);

// What `soat cite parse` gives for a line of UTF-8: the item that the line refers to, JSON null when it refers to none.
nlohmann::json parse_reference(std::string_view line);
// A list of all items that it refers to.
nlohmann::json parse_references(std::string_view line);
// Such a list for each line of a text; a reference that was broken over lines belongs to the line where it begins.
std::vector<nlohmann::json> parse_references(std::span<const std::string> lines);

}  // namespace soat::citation
