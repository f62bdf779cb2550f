#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// punctuation.sequence: marks that do not follow one another (,, ,. .. ?. . .) and East Asian marks in Vietnamese text.
// An ellipsis, also behind a comma, repeated ! and ?, and dots to be filled in are fine.
std::unique_ptr<Rule> make_punctuation_sequence(const RuleData& data);

}  // namespace soat::check
