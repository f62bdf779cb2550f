#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "citation/csl/item_check.h"
#include "citation/exchange/exchange.h"

namespace soat::citation {

// Reads a file of CSL-JSON items to be formatted, as read_csl_json does, and gives those that can be formatted whole,
// each with an id of its own. The others are told in `faults`: what is no item, is nested too deep, has a field that
// checked_item cannot read, or has the id of an earlier one. `remarks` tells of a file that is not in UTF-8. Throws
// soat::Error where no list can be read.
nlohmann::json read_sound_items(std::string_view bytes, const std::string& name, std::vector<ItemFault>& faults,
                                Remarks* remarks = nullptr);

}  // namespace soat::citation
