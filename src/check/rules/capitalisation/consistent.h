#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// capitalisation.consistent: a name that the document itself writes with capitals elsewhere (Nguyễn văn Nam, Hoằng
// hóa).
std::unique_ptr<Rule> make_capitalisation_consistent(const RuleData& data);

}  // namespace soat::check
