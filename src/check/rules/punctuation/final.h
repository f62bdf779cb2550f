#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// punctuation.final: a paragraph of several sentences whose last one has no full stop, where the paragraphs of the
// document have one.
std::unique_ptr<Rule> make_punctuation_final(const RuleData& data);

}  // namespace soat::check
