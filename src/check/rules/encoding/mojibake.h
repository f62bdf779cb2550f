#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// encoding.mojibake: UTF-8 that was read as Windows-1252 or Latin-1, once or several times (Tiáº¿ng Viá»‡t).
std::unique_ptr<Rule> make_encoding_mojibake(const RuleData& data);

}  // namespace soat::check
