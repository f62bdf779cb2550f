#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// encoding.invisible: invisible characters in the text: zero-width ones, soft hyphens, direction marks.
std::unique_ptr<Rule> make_encoding_invisible(const RuleData& data);

}  // namespace soat::check
