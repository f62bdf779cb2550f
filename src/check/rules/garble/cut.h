#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.cut: a syllable cut in two by the end of a line, as text copied from pages with narrow columns has it: with
// the hyphen left (tri- ển), at a line break, or at the end of a paragraph that goes on in the next.
std::unique_ptr<Rule> make_garble_cut(const RuleData& data);

}  // namespace soat::check
