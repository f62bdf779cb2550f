#pragma once

#include <string>
#include <utility>
#include <vector>

#include "check/rule.h"

namespace soat::check {

// Hands a finding of a rule to the sink; the place is one in the composed text. severity: where it is milder than what
// the rule finds at its gravest.
inline void report(FindingSink& sink, const RuleInfo& rule, Place place, Severity severity, float confidence,
                   const text::Message& message, std::vector<std::u16string> suggestions = {}) {
  sink.add(make_finding(rule, place, severity, confidence, message, std::move(suggestions)));
}

inline void report(FindingSink& sink, const RuleInfo& rule, Place place, float confidence, const text::Message& message,
                   std::vector<std::u16string> suggestions = {}) {
  report(sink, rule, place, rule.severity, confidence, message, std::move(suggestions));
}

// The same where the place is one in the text as it was handed in, for what composing hides.
inline void report_original(FindingSink& sink, const RuleInfo& rule, Place place, float confidence,
                            const text::Message& message, std::vector<std::u16string> suggestions = {}) {
  sink.add_original(make_finding(rule, place, rule.severity, confidence, message, std::move(suggestions)));
}

}  // namespace soat::check
