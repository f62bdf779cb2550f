#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

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

// What became of one item, and how the library has it.
struct TakenIn {
  enum class How : unsigned char { added, merged, skipped };
  LibraryItem item;
  How how = How::added;
};

// The one answer to "is this source known?": the first work that the library has already (Library::duplicates), treated
// as told, else the item itself, added.
TakenIn keep_or_add(Library& library, const nlohmann::json& item, OnDuplicate on_duplicate);

// How many of the items, an array of CSL-JSON, the library has already or are the same work as one before them.
std::size_t count_known(const Library& library, const nlohmann::json& items);

// Adds items, all or, when the library cannot be written, none. Items that are the same as one before them count as
// known too.
Intake take_in(Library& library, const nlohmann::json& items, OnDuplicate on_duplicate);

// The works that are there more than once, each with all its items, the oldest first.
std::vector<std::vector<LibraryItem>> repeated_works(const Library& library);

// Makes one of each of these: the first stays, with what only the others tell, and its name in documents; the others
// go. All or, when the library cannot be written, none.
void merge_works(Library& library, const std::vector<std::vector<LibraryItem>>& works);

// Gives every item an id of its own, as files with sources need: the second "an2020" becomes "an2020-2".
void make_ids_unique(nlohmann::json& items);

}  // namespace soat::citation
