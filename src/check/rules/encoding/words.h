#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "check/rules/report_finding.h"

namespace soat::check {

// Range [start, end) of UTF-16 units of the paragraph as it was handed in.
struct OriginalRange {
  std::size_t start = 0;
  std::size_t end = 0;
};

// Reports places of one kind in a paragraph so that many of them are one finding: up to two words are told word by
// word, more as one run from the first to the last. words: ascending, not overlapping. repaired gives the text to put
// in the place of a range.
void report_words(FindingSink& sink, const RuleInfo& rule, std::uint32_t paragraph,
                  const std::vector<OriginalRange>& words, float confidence, const text::Message& message,
                  const std::function<std::u16string(OriginalRange)>& repaired);

// The range widened to the blanks (or ends of the text) round it.
OriginalRange widen_to_word(std::u16string_view original, OriginalRange range);

}  // namespace soat::check
