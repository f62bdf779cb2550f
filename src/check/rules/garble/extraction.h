#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.extraction: damage that taking text out of a PDF or converting its fonts leaves all through a document:
// letters exchanged (CƠNG TÁC, đƣợc), syllables set apart (n ướ c), words run together. Needs the language model;
// without it there is no rule.
std::unique_ptr<Rule> make_garble_extraction(const RuleData& data);

}  // namespace soat::check
