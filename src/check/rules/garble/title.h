#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.title: a word is missing in a title or the name of a body that is always written in the same words (Phó Bí
// Thường trực for Phó Bí thư Thường trực). titles.txt holds the titles; what the language model knows to be said
// without the word too (Ủy ban tỉnh) is left alone. Needs the language model; without it there is no rule.
std::unique_ptr<Rule> make_garble_title(const RuleData& data);

}  // namespace soat::check
