#pragma once

#include <nlohmann/json.hpp>
#include <optional>

#include "citation/lookup/pasted.h"

namespace soat::citation {

// The identifier by which a service can be asked for a CSL-JSON item: its DOI, PMID, number of arXiv or ISBN, in this
// order; nothing where it has none. The ISBN of a book that it is only a part of names another work.
std::optional<Identifier> identifier_of(const nlohmann::json& item);

// The item with what only `found` tells. What the item says stays, and so does its id; its type only if it says one
// that means something.
nlohmann::json completed(const nlohmann::json& item, const nlohmann::json& found);

}  // namespace soat::citation
