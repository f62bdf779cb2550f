#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.spintax: a choice of words as rewriting machines write it and forget it ({một|vài|nhiều}, also nested, also
// with a brace lost).
std::unique_ptr<Rule> make_garble_spintax(const RuleData& data);

}  // namespace soat::check
