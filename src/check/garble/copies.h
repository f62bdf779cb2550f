#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "text/analysis.h"

namespace soat::check::garble {

// For each paragraph the number of the first one that reads the same: its own unless it is a copy. A copy tells nothing
// of how usual a wording is in a document, since it is there for the whole paragraph's sake.
std::vector<std::uint32_t> first_copies(std::span<const text::Analysis> paragraphs);

}  // namespace soat::check::garble
