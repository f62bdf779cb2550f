#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "check/extraction/letter_exchange.h"
#include "lexicon/lexicon.h"
#include "text/analysis.h"

namespace soat::check::extraction {

// What in a paragraph looks like damage of extraction, and what speaks against it.
struct ParagraphSigns {
  std::uint32_t words = 0;      // tokens that are words
  std::uint32_t joins = 0;      // neighbours that are a syllable in use only together
  std::uint32_t splits = 0;     // words that are syllables in use only apart
  std::uint32_t exchanges = 0;  // words that are a syllable in use only with the letters put back
};

// The signs of a document. Where there is too little, the sets are empty and the counts stay 0.
struct DocumentSigns {
  std::vector<ParagraphSigns> paragraphs;
  ExchangeSet exchanges;  // the conversion that explains most
  bool joins = false;     // enough different places to go on
  bool splits = false;
  bool any() const { return joins || splits || !exchanges.empty(); }
};

// A token as damage of extraction concerns it.
bool is_letters(const text::Token& token);
// Whether a word is written in capitals, but for letters that an exchange of capitals may have put there.
bool is_upper(std::u16string_view word);
// Whether the token is a word that no Vietnamese syllable in use is.
bool is_odd(const text::Token& token, const lexicon::Lexicon& lexicon);

// Looks through a document. Costs one comparison a token where all words are syllables in use.
DocumentSigns read_signs(std::span<const text::Analysis> paragraphs, const lexicon::Lexicon& lexicon);

}  // namespace soat::check::extraction
