#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace soat::citation {

// What a tag of RIS means in entries of one type and in no other.
struct RisMeaning {
  std::string_view variable;  // of CSL
  bool is_person = false;
};

// The meaning for a type ("BOOK") and a tag ("A2") as EndNote names the fields of that type when it exports; null where
// the tag means there what it means everywhere.
const RisMeaning* ris_meaning(std::string_view type, std::string_view tag);

// The tags that mean something of their own for a type, with what it is.
std::vector<std::pair<std::string_view, RisMeaning>> ris_meanings_of(std::string_view type);

}  // namespace soat::citation
