#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "model/language_model.h"
#include "text/analysis.h"

namespace soat::check::extraction {

// What the ends of lines and pages left in a text: [start, end) of Analysis::text is to be replaced by meant.
struct LeftOver {
  enum class Kind : std::uint8_t { hyphen, page };

  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::u16string meant;
  Kind kind = Kind::hyphen;
};

// Page numbers and running heads: paragraphs that come back with nothing but their digits changed, at least three
// times, and most of which interrupt a sentence (the paragraph before has no end, the one behind begins with a small
// letter). meant is empty.
void find_running_heads(std::span<const text::Analysis> paragraphs, std::vector<LeftOver>& out);

// Hyphens of line ends between the syllables of a word (phát-triển, phát- triển), where the language model expects
// none; at least three places in the document, and not in every other word, as the spelling before 1975 had it.
void find_line_hyphens(std::span<const text::Analysis> paragraphs, const lexicon::Lexicon& lexicon,
                       const model::LanguageModel& words, std::vector<LeftOver>& out);

}  // namespace soat::check::extraction
