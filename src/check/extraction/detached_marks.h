#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "lexicon/lexicon.h"
#include "text/analysis.h"

namespace soat::check::extraction {

// A word whose mark stands by itself: [start, end) of Analysis::text is to be replaced by meant.
struct DetachedMark {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::u16string meant;
};

// Marks that a font draws as characters of their own, and that extraction leaves beside the letter or behind a blank
// (tiê´ng, ho ̣c), where the word is a syllable in use once the mark is on its letter. At least three places of two
// words in a document; one may be a slip of a key.
void find_detached_marks(std::span<const text::Analysis> paragraphs, const lexicon::Lexicon& lexicon,
                         std::vector<DetachedMark>& out);

}  // namespace soat::check::extraction
