#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// spelling.non-syllable: a word that is meant to be Vietnamese but is no Vietnamese syllable (nguời, đuợc, tôt,
// nghành).
std::unique_ptr<Rule> make_spelling_non_syllable(const RuleData& data);

}  // namespace soat::check
