#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// encoding.decomposed: letters written as a letter and separate marks (e + ◌̂ + ◌́) where composed letters exist:
// searching and sorting miss them.
std::unique_ptr<Rule> make_encoding_decomposed(const RuleData& data);

}  // namespace soat::check
