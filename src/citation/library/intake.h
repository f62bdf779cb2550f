#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>

#include "citation/library/library.h"

namespace soat::citation {

// What becomes of an item that the library has already (Library::duplicates).
enum class OnDuplicate {
  skip,   // it is left out
  merge,  // what only it tells is added to the one that is there
  keep,   // both are kept
};

struct Intake {
  std::size_t added = 0;
  std::size_t merged = 0;
  std::size_t skipped = 0;
};

// How many of the items, an array of CSL-JSON, the library has already.
std::size_t count_known(const Library& library, const nlohmann::json& items);

// Adds items, all or, when the library cannot be written, none.
Intake take_in(Library& library, const nlohmann::json& items, OnDuplicate on_duplicate);

// Gives every item an id of its own, as files with sources need: the second "an2020" becomes "an2020-2".
void make_ids_unique(nlohmann::json& items);

}  // namespace soat::citation
