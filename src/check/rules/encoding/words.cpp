#include "check/rules/encoding/words.h"

#include <cstdint>

#include "check/rules/characters.h"

namespace soat::check {
namespace {

constexpr std::size_t most_single_words = 2;

}  // namespace

void report_words(FindingSink& sink, const RuleInfo& rule, std::uint32_t paragraph,
                  const std::vector<OriginalRange>& words, float confidence, const text::Message& message,
                  const std::function<std::u16string(OriginalRange)>& repaired) {
  const auto tell = [&](OriginalRange range) {
    report_original(sink, rule,
                    {paragraph, static_cast<std::uint32_t>(range.start), static_cast<std::uint32_t>(range.end)},
                    confidence, message, {repaired(range)});
  };
  if (words.empty()) return;
  if (words.size() > most_single_words) {
    tell({words.front().start, words.back().end});
  } else {
    for (const OriginalRange& word : words) tell(word);
  }
}

OriginalRange widen_to_word(std::u16string_view original, OriginalRange range) {
  const auto ends = [](char16_t unit) { return is_blank(unit) || unit == u'\t' || unit == u'\n'; };
  while (range.start > 0 && !ends(original[range.start - 1])) --range.start;
  while (range.end < original.size() && !ends(original[range.end])) ++range.end;
  return range;
}

}  // namespace soat::check
