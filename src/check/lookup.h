#pragma once

#include <cstdint>

#include "text/analysis.h"

// Finding the place of an offset in a paragraph that was taken apart, in logarithmic time: a paragraph may be as long
// as a book, and findings as many as its words.
namespace soat::check {

// The token that ends (starts) exactly at a UTF-16 offset of the composed text; null when there is none.
const text::Token* token_ending_at(const text::Analysis& analysis, std::uint32_t offset);
const text::Token* token_starting_at(const text::Analysis& analysis, std::uint32_t offset);

// The last token that ends at or before the offset, the first that starts at or after it; null when there is none.
const text::Token* token_before(const text::Analysis& analysis, std::uint32_t offset);
const text::Token* token_after(const text::Analysis& analysis, std::uint32_t offset);

// The words that a blank alone separates from [start, end); null where something else stands.
const text::Token* word_before(const text::Analysis& analysis, std::uint32_t start);
const text::Token* word_after(const text::Analysis& analysis, std::uint32_t end);

// The sentence that a token (an index) belongs to; null when it belongs to none.
const text::Sentence* sentence_of(const text::Analysis& analysis, std::uint32_t token);

}  // namespace soat::check
