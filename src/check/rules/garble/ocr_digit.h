#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// garble.ocr-digit: letters that a scanner read for digits in the number of a part of a law or a book: Điều l, khoản
// lO, Điều 1O. Points of law are letters (điểm l) and left alone.
std::unique_ptr<Rule> make_garble_ocr_digit(const RuleData& data);

}  // namespace soat::check
