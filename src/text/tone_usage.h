#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/analysis.h"
#include "text/syllable.h"

namespace soat::text {

// A syllable whose tone mark the two styles place differently (hòa, hoà).
struct PlacedTone {
  std::uint32_t start = 0;  // UTF-16 range of the paragraph as it was handed to analyse()
  std::uint32_t end = 0;
  ToneStyle style = ToneStyle::old_style;  // that of the mark
  std::u16string other;                    // the syllable in the other style, composed
};

// Those of a paragraph, ascending. Addresses and the like hold none; the parts of hyphenated words count singly.
std::vector<PlacedTone> placed_tones(const Analysis& paragraph);

// How many of them a text has.
struct ToneUsage {
  std::size_t old_style = 0;
  std::size_t new_style = 0;

  void add(const PlacedTone& tone) { ++(tone.style == ToneStyle::old_style ? old_style : new_style); }
  // The style of most; the old one when there is no telling.
  ToneStyle usual() const { return new_style > old_style ? ToneStyle::new_style : ToneStyle::old_style; }
};

// The usual style of a text. paragraphs: UTF-16, separated by line feeds; the first 200,000 units are looked at.
ToneStyle usual_tone_style(std::u16string_view paragraphs);

// Puts the tone mark of a word (composed) where the style has it, wherever it stands; the letters keep their case.
// Leaves what is no syllable.
void place_tone(std::u16string& word, ToneStyle style);

// The same for each word of a text (UTF-16, composed). Gives whether it reads otherwise now.
bool place_tones(std::u16string& text, ToneStyle style);

}  // namespace soat::text
