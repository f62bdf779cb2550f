#pragma once

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "check/rule.h"

namespace soat::check {

// Where in a document: UTF-16 range [start, end) of the composed text of a paragraph.
struct Place {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

// Hands a finding of the rule to the sink.
inline void report(FindingSink& sink, const Rule& rule, Place place, Severity severity, float confidence,
                   Message message, std::vector<std::u16string> suggestions = {}) {
  Finding finding;
  finding.paragraph = place.paragraph;
  finding.start = place.start;
  finding.end = place.end;
  finding.rule = rule.id();
  finding.category = rule.category();
  finding.severity = severity;
  finding.confidence = confidence;
  finding.message = std::move(message);
  finding.suggestions = std::move(suggestions);
  sink.add(std::move(finding));
}

}  // namespace soat::check
