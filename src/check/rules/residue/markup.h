#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// residue.markup: code of web pages in the text: HTML entities (&nbsp;) and tags (<br/>), and the short codes of
// publishing systems
// ([caption id=…]).
std::unique_ptr<Rule> make_residue_markup(const RuleData& data);

}  // namespace soat::check
