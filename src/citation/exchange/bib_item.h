#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>

#include "citation/exchange/bibtex_entries.h"

namespace soat::citation {

// An entry of BibTeX or BibLaTeX as a CSL-JSON item; number makes its id when it has no key.
nlohmann::json item_of(const BibEntry& entry, std::size_t number);

}  // namespace soat::citation
