#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// residue.line: lines of a web page that are known by their shape, not by their words: time stamps, buttons for the
// size of letters, a caption twice, the initials of a writer behind the text.
std::unique_ptr<Rule> make_residue_line(const RuleData& data);

}  // namespace soat::check
