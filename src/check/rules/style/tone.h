#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// style.tone: in a document that places tone marks one way (hòa, khỏe, thủy) nearly everywhere, the words that place
// them the other way (hoà, khoẻ, thuỷ). Words that both styles write alike do not count.
std::unique_ptr<Rule> make_style_tone(const RuleData& data);

}  // namespace soat::check
