#pragma once

#include <cstdint>

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

}  // namespace soat::check
