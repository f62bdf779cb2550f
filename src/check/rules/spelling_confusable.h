#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// spelling.confusable: a phrase that the norm spells otherwise though many write it so (thăm quan for tham quan), which
// frequency cannot see. confusables.tsv holds the phrases, what silences each, and why; a phrase that only two words of
// different phrases make (lịch sử lý luận) is told by the language model. Needs the model; without it there is no rule.
std::unique_ptr<Rule> make_spelling_confusable(const RuleData& data);

}  // namespace soat::check
