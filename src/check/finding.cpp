#include "check/finding.h"

#include <cassert>
#include <utility>

#include "check/best_suggestions.h"

namespace soat::check {

Finding make_finding(const RuleInfo& rule, Place place, Severity severity, float confidence,
                     const text::Message& message, std::vector<std::u16string> suggestions) {
  assert(severity >= rule.severity && !rule.is_silent);
  Finding finding;
  finding.paragraph = place.paragraph;
  finding.start = place.start;
  finding.end = place.end;
  finding.rule = &rule;
  finding.severity = severity;
  finding.confidence = confidence;
  Message both = in_both(message);
  both.vi.shrink_to_fit();
  both.en.shrink_to_fit();
  finding.message = std::move(both);
  finding.suggestions = best_suggestions(std::move(suggestions));
  return finding;
}

Message in_both(const text::Message& message) {
  return {message.in(text::Language::vi), message.in(text::Language::en)};
}

}  // namespace soat::check
