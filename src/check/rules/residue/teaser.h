#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// residue.teaser: the beginning of an article, cut off with "..." as lists of articles do.
std::unique_ptr<Rule> make_residue_teaser(const RuleData& data);

}  // namespace soat::check
