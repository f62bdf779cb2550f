#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// What confusables.txt says of phrases; each rule reads the lines of its kinds.

// spelling.confusable: a phrase that the norm spells otherwise (nỗi tiếng), also where so many write it so that
// frequency cannot see it (thăm quan). Whether the words are one phrase there or only meet (lịch sử | lý luận) is told
// by the language model; without it there is no rule.
std::unique_ptr<Rule> make_spelling_confusable(const RuleData& data);

// spelling.known-right: finds nothing, but keeps other rules from doubting phrases that are right (giêng hai).
std::unique_ptr<Rule> make_spelling_known_right(const RuleData& data);

// garble.known-phrase: what rewriting machines make of fixed phrases (làng mạc hội, bốn tưởng).
std::unique_ptr<Rule> make_garble_known_phrase(const RuleData& data);

}  // namespace soat::check
