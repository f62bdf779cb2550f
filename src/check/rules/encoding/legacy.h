#pragma once

#include <memory>

#include "check/rule.h"
#include "check/rule_data.h"

namespace soat::check {

// encoding.legacy: text of an encoding from before Unicode (TCVN3, VNI, VIQR, Windows-1258) that shows as Latin letters
// and signs (ViÖt Nam, Vieät Nam).
std::unique_ptr<Rule> make_encoding_legacy(const RuleData& data);

}  // namespace soat::check
