#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// residue.repeated: a caption or a whole paragraph that stands again a few paragraphs on, word for word or but for a
// function word, as when a page shows the caption of a picture and its description.
std::unique_ptr<Rule> make_residue_repeated(const RuleData& data);

}  // namespace soat::check
