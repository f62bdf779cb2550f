#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// residue.web: paragraphs that are no text but the menus, buttons, link lists and comment forms of a web page. Decided
// for a short paragraph as a whole; a sentence that merely has such words is left alone. Gives none without
// dictionaries/vi/web-residue.txt.
std::unique_ptr<Rule> make_residue_web(const RuleData& data);

}  // namespace soat::check
