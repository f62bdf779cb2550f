#include "check/suggested_tones.h"

#include <algorithm>
#include <string>
#include <utility>

#include "text/tone_usage.h"

namespace soat::check {
namespace {

bool is_of_words(const Finding& finding) {
  return finding.category() == Category::spelling || finding.category() == Category::garble ||
         finding.category() == Category::encoding;
}

std::u16string in_quotes(const std::u16string& text) {
  return u"“" + text + u"”";
}

void replace_all(std::u16string& text, const std::u16string& old, const std::u16string& by) {
  for (std::size_t at = text.find(old); at != std::u16string::npos; at = text.find(old, at + by.size()))
    text.replace(at, old.size(), by);
}

}  // namespace

void place_tones(std::vector<std::u16string>& suggestions, text::ToneStyle style) {
  std::vector<std::u16string> placed;
  for (std::u16string& suggestion : suggestions) {
    text::place_tones(suggestion, style);
    if (std::ranges::find(placed, suggestion) == placed.end()) placed.push_back(std::move(suggestion));
  }
  suggestions = std::move(placed);
}

void place_tones(std::vector<Finding>& findings, text::ToneStyle style) {
  for (Finding& finding : findings) {
    if (!is_of_words(finding)) continue;
    const bool differs = std::ranges::any_of(finding.suggestions, [&](const std::u16string& suggestion) {
      std::u16string placed = suggestion;
      return text::place_tones(placed, style);
    });
    if (!differs) continue;
    for (const std::u16string& suggestion : finding.suggestions) {
      std::u16string placed = suggestion;
      if (!text::place_tones(placed, style)) continue;
      replace_all(finding.message.edit().vi, in_quotes(suggestion), in_quotes(placed));
      replace_all(finding.message.edit().en, in_quotes(suggestion), in_quotes(placed));
    }
    place_tones(finding.suggestions.edit(), style);
  }
}

}  // namespace soat::check
