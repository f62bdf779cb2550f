#include "check/rules/capitalisation/title_case.h"

#include <algorithm>
#include <cstddef>

#include "text/letter_case.h"

namespace soat::check {

using text::LetterCase;
using text::TokenKind;

ParagraphCapitals capitals_of(const text::Analysis& analysis) {
  // Of ten words in a title as many begin with a capital; function words and names in prose stay below.
  constexpr std::size_t title_share = 7;
  constexpr std::size_t heading_share = 6;
  constexpr std::size_t shortest_title = 4;
  std::size_t words = 0;
  std::size_t capitalised = 0;
  std::size_t upper = 0;
  for (const text::Token& token : analysis.tokens) {
    if (token.kind != TokenKind::word) continue;
    ++words;
    if (token.letter_case == LetterCase::capitalised || token.letter_case == LetterCase::mixed) ++capitalised;
    if (token.letter_case == LetterCase::upper) ++upper;
  }
  if (capitalised + upper == 0) return ParagraphCapitals::none;
  if (10 * upper >= heading_share * words) return ParagraphCapitals::every_letter;
  if (words >= shortest_title && 10 * (capitalised + upper) >= title_share * words)
    return ParagraphCapitals::every_word;
  return ParagraphCapitals::sentences;
}

}  // namespace soat::check
