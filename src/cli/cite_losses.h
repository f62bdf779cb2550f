#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "text/message.h"

namespace soat::cli {

// What of items does not come back from the file that they were written to, one message for each item: CSL variables of
// which nothing is left, names of which some are, and dates that are not the same. format: the name by which
// read_sources knows it. Empty where the file is larger than what is read.
std::vector<text::Message> losses_of(const nlohmann::json& items, std::string_view written, std::string_view format);

}  // namespace soat::cli
