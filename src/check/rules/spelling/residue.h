#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// spelling.residue: keys of an input method that stayed in a word (tieesng, dduwowngf, Vie65t, Vie^.t).
std::unique_ptr<Rule> make_spelling_residue(const RuleData& data);

}  // namespace soat::check
