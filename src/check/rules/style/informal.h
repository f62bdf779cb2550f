#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// style.informal: words as they are shortened in messages (đc, ko), by the list informal.txt. A hint, once for each in
// a document; nothing else is said of them.
std::unique_ptr<Rule> make_style_informal(const RuleData& data);

}  // namespace soat::check
