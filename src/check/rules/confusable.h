#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// spelling.confusable: words that sound alike, one in the place of the other in a phrase where only one can stand
// (nỗi tiếng, xâm chiến), by the table confusables.txt.
std::unique_ptr<Rule> make_spelling_confusable(const RuleData& data);

// spelling.known-right: finds nothing, but keeps other rules from doubting phrases that are right (giêng hai).
std::unique_ptr<Rule> make_spelling_known_right(const RuleData& data);

// style.usage: such a confusion that is so common that many take it for right (sát nhập): a hint, no error.
std::unique_ptr<Rule> make_style_usage(const RuleData& data);

// garble.known-phrase: what rewriting machines make of fixed phrases (làng mạc hội, bốn tưởng), by the same table.
std::unique_ptr<Rule> make_garble_known_phrase(const RuleData& data);

}  // namespace soat::check
