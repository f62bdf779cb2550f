#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// capitalisation.paragraph: a paragraph of prose that begins with a small letter, behind one that is complete.
std::unique_ptr<Rule> make_capitalisation_paragraph(const RuleData& data);

}  // namespace soat::check
