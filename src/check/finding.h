#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "check/rule_info.h"
#include "check/shared_value.h"
#include "check/suggestions.h"
#include "text/message.h"

namespace soat::check {

// The one line that says why, in both languages of the interface.
struct Message {
  std::u16string vi;
  std::u16string en;

  bool operator==(const Message&) const = default;
};

// A text of the catalogue in both languages.
Message in_both(const text::Message& message);

// Where in a document: UTF-16 range [start, end) of a paragraph, of its composed text or of the text as it was handed
// in, as who takes it says.
struct Place {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

// Something found. Offsets are UTF-16 units in the paragraph as it was handed in (not the composed text), half open.
struct Finding {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  const RuleInfo* rule = nullptr;  // never null in what was found
  Severity severity = Severity::error;
  float confidence = 0;  // 0..1, calibrated: of findings at 0.9, nine in ten are right
  Shared<Message> message;
  Suggestions suggestions;  // replace [start, end); best first, at most ten

  Category category() const { return rule->category; }
};

// The one way to make a finding. severity: not graver than the rule's.
Finding make_finding(const RuleInfo& rule, Place place, Severity severity, float confidence,
                     const text::Message& message, std::vector<std::u16string> suggestions = {});

}  // namespace soat::check
