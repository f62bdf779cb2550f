#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.foreign-word: an English word in Vietnamese running text where a Vietnamese one is at hand ("report tình
// hình", "nâng cao quality cuộc sống"). The table foreign-words.txt says what may be meant; the language model, whether
// that fits here and the foreign word is not as usual itself. Needs the language model; without it there is no rule.
std::unique_ptr<Rule> make_garble_foreign_word(const RuleData& data);

}  // namespace soat::check
