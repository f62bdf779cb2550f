#include "text/tone_usage.h"

#include <algorithm>
#include <cstddef>

#include "text/analysis.h"

namespace soat::text {
namespace {

constexpr std::size_t kEnough = 200'000;  // units

}  // namespace

ToneStyle usual_tone_style(std::u16string_view paragraphs) {
  std::size_t old_style = 0;
  std::size_t new_style = 0;
  Analysis analysis;
  paragraphs = paragraphs.substr(0, kEnough);
  while (!paragraphs.empty()) {
    const std::size_t end = std::min(paragraphs.find(u'\n'), paragraphs.size());
    analyse(paragraphs.substr(0, end), analysis);
    for (const Token& token : analysis.tokens) {
      if (!token.syllable) continue;
      const TonePlacement placement = parse_with_placement(analysis.view(token)).placement;
      old_style += placement == TonePlacement::old_style;
      new_style += placement == TonePlacement::new_style;
    }
    paragraphs.remove_prefix(std::min(end + 1, paragraphs.size()));
  }
  return new_style > old_style ? ToneStyle::new_style : ToneStyle::old_style;
}

}  // namespace soat::text
