#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// style.name: one name spelt in two ways in a document (Đắk Lắk and Đắc Lắc, Hoa Kỳ and Hoa Kì). Tells of the rarer
// spelling. Where the tone mark stands (Thuỵ, Thụy) is a matter of style.tone, and names that differ in marks that
// Vietnamese tells words apart by (Hùng, Hưng) are two.
std::unique_ptr<Rule> make_style_name(const RuleData& data);

}  // namespace soat::check
