#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// punctuation.unbalanced: a bracket or quotation mark without its partner. Quotations may run over paragraphs, with an
// opening mark at each; the heads of lists (a) 1) ii)) are no brackets.
std::unique_ptr<Rule> make_punctuation_unbalanced(const RuleData& data);

}  // namespace soat::check
