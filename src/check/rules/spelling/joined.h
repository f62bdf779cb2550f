#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// spelling.joined: two or three syllables written as one word (đượcmột, HàNội).
std::unique_ptr<Rule> make_spelling_joined(const RuleData& data);

}  // namespace soat::check
