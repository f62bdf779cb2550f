#pragma once

#include <cstdint>
#include <string_view>

#include "text/analysis.h"

namespace soat::check {

// How a paragraph uses capitals as a whole.
enum class ParagraphCapitals : std::uint8_t {
  none,         // it has none, as verse and messages do
  sentences,    // as prose does
  every_word,   // as titles do: most words begin with one
  every_letter  // as headings do: most words are in capitals
};

ParagraphCapitals capitals_of(const text::Analysis& analysis);

// Whether a word is `lower` but for its capitals. No allocation.
bool equals_in_lower(std::u16string_view word, std::u16string_view lower);

}  // namespace soat::check
