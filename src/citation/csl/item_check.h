#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "text/message.h"

namespace soat::citation {

// What is wrong with a field of an item.
struct ItemFault {
  std::string item;   // its id
  std::string field;  // "author", "issued"; empty where it is the whole item
  text::Message what;

  // "item "a": author: expected …"
  text::Message message() const;
};

// What CSL 1.0.2 wants as the value of a field; none for a field that it does not know.
enum class FieldKind : unsigned char { none, names, date, text };
FieldKind field_kind(std::string_view key);

// A CSL-JSON item as citeproc-js, which believes every type to be right, can be given it: variables of CSL 1.0.2 with
// values of their types (csl-data.json of the specification), nothing that is nested, null, or meant for the processor
// itself. A field that cannot be read is left out and told in `faults`; the rest of the item stays. Numbers for texts,
// digits for numbers, and a list with one text are taken as what they say. Never recurses into what it does not know.
nlohmann::json checked_item(const nlohmann::json& item, std::vector<ItemFault>& faults);

}  // namespace soat::citation
