#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// Text that was saved in an encoding without Vietnamese letters: a question mark or U+FFFD stands for each letter that
// was lost, inside and at the ends of words ("b?n g?p ng??i"). One finding for each run of such paragraphs, with
// nothing to put in their place, and no other finding in them: what the letters were cannot be known.
std::unique_ptr<Rule> make_encoding_lossy(const RuleData& data);

}  // namespace soat::check
