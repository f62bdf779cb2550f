#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// spelling.tone-placement: a syllable whose tone mark stands on the wrong letter (nứơc, tóan). hòa and hoà are both
// right.
std::unique_ptr<Rule> make_spelling_tone_placement(const RuleData& data);

}  // namespace soat::check
