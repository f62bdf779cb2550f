#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// capitalisation.varies: offices, bodies and titles of which usage knows several capitals (Phó Chủ tịch, Phó chủ tịch),
// where one document has more than one; each wording is told of once, at its first place. The table is
// capitals-varying.txt.
std::unique_ptr<Rule> make_capitalisation_varies(const RuleData& data);

}  // namespace soat::check
