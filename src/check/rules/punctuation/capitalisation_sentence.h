#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// capitalisation.sentence: a sentence inside a paragraph that begins with a small letter.
std::unique_ptr<Rule> make_capitalisation_sentence(const RuleData& data);

}  // namespace soat::check
