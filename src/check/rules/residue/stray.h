#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// residue.stray: a paragraph between paragraphs of prose that holds nothing but a bullet, a close button's x, the
// initials of who put the page together, or the number of a page that broke a sentence in two.
std::unique_ptr<Rule> make_residue_stray(const RuleData& data);

}  // namespace soat::check
