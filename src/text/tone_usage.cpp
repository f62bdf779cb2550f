#include "text/tone_usage.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "text/letter_case.h"

namespace soat::text {
namespace {

constexpr std::size_t kEnough = 200'000;  // units

bool is_word(const Token& token) {
  return token.kind == TokenKind::word || token.kind == TokenKind::hyphenated || token.kind == TokenKind::abbreviation;
}

}  // namespace

std::vector<PlacedTone> placed_tones(const Analysis& paragraph) {
  std::vector<PlacedTone> found;
  for (const Token& token : paragraph.tokens) {
    if (!is_word(token)) continue;
    const std::u16string_view written = paragraph.view(token);
    for (std::size_t start = 0; start < written.size();) {
      const std::size_t end = std::min(written.find(u'-', start), written.size());
      const std::u16string_view word = written.substr(start, end - start);
      const TonePlacement placement = parse_with_placement(word).placement;
      if (placement == TonePlacement::old_style || placement == TonePlacement::new_style) {
        const bool is_old = placement == TonePlacement::old_style;
        const auto [from, to] = paragraph.original_span(static_cast<std::uint32_t>(token.start + start),
                                                        static_cast<std::uint32_t>(token.start + end));
        PlacedTone tone{from, to, is_old ? ToneStyle::old_style : ToneStyle::new_style, std::u16string(word)};
        place_tone(tone.other, is_old ? ToneStyle::new_style : ToneStyle::old_style);
        found.push_back(std::move(tone));
      }
      start = end + 1;
    }
  }
  return found;
}

ToneStyle usual_tone_style(std::u16string_view paragraphs) {
  ToneUsage usage;
  Analysis analysis;
  paragraphs = paragraphs.substr(0, kEnough);
  while (!paragraphs.empty()) {
    const std::size_t end = std::min(paragraphs.find(u'\n'), paragraphs.size());
    analyse(paragraphs.substr(0, end), analysis);
    for (const PlacedTone& tone : placed_tones(analysis)) usage.add(tone);
    paragraphs.remove_prefix(std::min(end + 1, paragraphs.size()));
  }
  return usage.usual();
}

void place_tone(std::u16string& word, ToneStyle style) {
  const ParsedSyllable parsed = parse_with_placement(word);
  const bool moves = parsed.placement != TonePlacement::none && parsed.placement != TonePlacement::both;
  if (!parsed.syllable || !moves) return;
  const Spelling spelling = spell(parsed.syllable, style);
  if (spelling.view().size() != word.size()) return;
  for (std::size_t i = 0; i < word.size(); ++i) {
    const bool capital = to_lower(word[i]) != word[i];
    word[i] = capital ? to_upper(spelling.view()[i]) : spelling.view()[i];
  }
}

bool place_tones(std::u16string& text, ToneStyle style) {
  Analysis analysis;
  analyse(text, analysis);
  const std::vector<PlacedTone> tones = placed_tones(analysis);
  bool any = false;
  for (auto tone = tones.rbegin(); tone != tones.rend(); ++tone) {
    if (tone->style == style) continue;
    text.replace(tone->start, tone->end - tone->start, tone->other);
    any = true;
  }
  return any;
}

}  // namespace soat::text
