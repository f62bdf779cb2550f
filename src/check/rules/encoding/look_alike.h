#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// encoding.look-alike: letters of other alphabets that look like Vietnamese ones (Ð of Icelandic for Đ, Cyrillic о,
// full-width letters).
std::unique_ptr<Rule> make_encoding_look_alike(const RuleData& data);

}  // namespace soat::check
