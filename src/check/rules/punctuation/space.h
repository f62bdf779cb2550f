#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// punctuation.space: blanks where Vietnamese sets none (before , . ; : ! ?, inside brackets and quotation marks, two in
// a row) and none where it sets one (after these marks, round a dash between words).
std::unique_ptr<Rule> make_punctuation_space(const RuleData& data);

}  // namespace soat::check
