#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// spelling.split: one syllable written as two words (đ ược, nghi ên cứu).
std::unique_ptr<Rule> make_spelling_split(const RuleData& data);

}  // namespace soat::check
