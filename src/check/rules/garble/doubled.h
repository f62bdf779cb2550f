#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.doubled: a syllable or a phrase of two to four syllables that stands twice by slip (của của, thực hiện thực
// hiện), and not as Vietnamese doubles words on purpose (xanh xanh, đi đi lại lại) or where two phrases meet (hành vi |
// vi phạm). Gives none without dictionaries/vi/doubling.txt.
std::unique_ptr<Rule> make_garble_doubled(const RuleData& data);

}  // namespace soat::check
