#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "text/token.h"

namespace soat::text {

// Half-open range of token indices, and the UTF-16 range they cover in the composed text.
struct Sentence {
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

// A paragraph taken apart. Reusable: analyse() overwrites it and keeps its buffers, so that checking a document does
// not allocate per paragraph.
struct Analysis {
  std::u16string original;  // as handed in, UTF-16, may hold lone surrogates
  std::u16string text;  // composed (NFC for letters with Vietnamese marks); equals original when nothing was decomposed
  std::vector<std::uint32_t> offsets;  // empty when text equals original; else offsets[i] is the original offset of
                                       // text unit i, with one entry past the end
  std::vector<Token> tokens;           // in order, not overlapping, white space left out
  std::vector<Sentence> sentences;

  std::u16string_view view(const Token& token) const {
    return std::u16string_view(text).substr(token.start, token.end - token.start);
  }

  // UTF-16 range [start, end) of the composed text as a range of the original text.
  std::pair<std::uint32_t, std::uint32_t> original_span(std::uint32_t start, std::uint32_t end) const {
    if (offsets.empty()) return {start, end};
    return {offsets[start], offsets[end]};
  }
};

// Takes one paragraph (UTF-16; any code units at all) and fills the analysis: composed text, tokens, sentences. Never
// throws but for lack of memory.
void analyse(std::u16string_view paragraph, Analysis& out);

}  // namespace soat::text
