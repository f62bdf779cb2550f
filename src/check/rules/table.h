#pragma once

#include <algorithm>
#include <cstddef>

#include "check/rule_data.h"
#include "check/rule_info.h"

namespace soat::check {

// The id of a rule as an argument of a template.
template <std::size_t size>
struct RuleId {
  char text[size];
  consteval RuleId(const char (&id)[size]) { std::copy_n(id, size, text); }
};

// The entry of an id in texts/rules.txt, the one place where kinds of findings are listed. The build makes the function
// of each, so a misspelt or renamed id does not link; no file is built again for an entry of another.
template <RuleId id>
const RuleInfo& rule_info();

}  // namespace soat::check
