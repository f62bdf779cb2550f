#pragma once

#include <memory>
#include <span>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// Makes a rule; gives none when the rule's own data cannot be used (the reason goes to RuleData::problems).
using RuleFactory = std::unique_ptr<Rule> (*)(const RuleData&);

// One factory a rule, in the order in which rules run. Where two findings claim the same place with the same
// confidence, the rule named earlier wins.
std::span<const RuleFactory> rule_factories();

}  // namespace soat::check
