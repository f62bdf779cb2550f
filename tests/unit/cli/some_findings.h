#pragma once

#include <cstdint>

#include "check/finding.h"
#include "check/rule_info.h"
#include "texts/texts.h"

namespace soat::cli {

// A finding as rules make it, for tests of what commands do with findings.
inline check::Finding some_finding(std::string_view rule, std::uint32_t paragraph, std::uint32_t start,
                                   std::uint32_t end, float confidence = 0.9F) {
  const check::RuleInfo& info = *check::find_rule(rule);
  return check::make_finding(info, {paragraph, start, end}, info.severity, confidence, texts::report_nothing);
}

}  // namespace soat::cli
