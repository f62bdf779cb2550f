#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.name: one man's name in several forms that differ in one word, each behind the same office (a program that
// rewrites articles takes parts of names for words). Lists of names, and people who share an office only in part, are
// left alone.
std::unique_ptr<Rule> make_garble_name(const RuleData& data);

}  // namespace soat::check
