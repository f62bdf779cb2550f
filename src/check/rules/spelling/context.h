#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// spelling.context: a word that exists but is the wrong one here (xâm chiến for xâm chiếm, nỗi tiếng), or is no word
// and the words round it tell which was meant. None without the language model.
std::unique_ptr<Rule> make_spelling_context(const RuleData& data);

}  // namespace soat::check
