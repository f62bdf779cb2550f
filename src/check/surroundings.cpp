#include "check/surroundings.h"

#include <algorithm>
#include <string_view>

#include "check/word_letters.h"

namespace soat::check {
namespace {

constexpr int reach = 3;

bool is_word(const text::Token& token) {
  return token.kind == text::TokenKind::word;
}

bool is_capitalised(const text::Token& token) {
  return is_word(token) && !token.sentence_start && token.letter_case != text::LetterCase::lower;
}

void count(const text::Analysis& analysis, const text::Token& token, const lexicon::Lexicon& lexicon,
           Surroundings& out) {
  const std::u16string_view word = analysis.view(token);
  if (!token.syllable || !lexicon.attested(token.syllable)) {
    if (std::none_of(word.begin(), word.end(), is_only_vietnamese)) ++out.foreign;
  } else if (std::any_of(word.begin(), word.end(), [](char16_t c) { return c > 0x7F; })) {
    ++out.vietnamese;
  } else {
    ++out.plain;
  }
}

void look_at_neighbour(const text::Token& token, Surroundings& out) {
  out.beside_name = out.beside_name || is_capitalised(token);
  out.among_capitals =
      out.among_capitals || (token.syllable && token.letter_case == text::LetterCase::upper && token.length() > 1);
}

}  // namespace

Surroundings look_around(const text::Analysis& analysis, std::uint32_t index, const lexicon::Lexicon& lexicon) {
  Surroundings out;
  const auto& tokens = analysis.tokens;
  int seen = 0;
  for (std::uint32_t i = index; seen < reach && i > 0 && !tokens[i].sentence_start; --i) {
    const text::Token& token = tokens[i - 1];
    if (!is_word(token)) continue;
    if (i == index) look_at_neighbour(token, out);
    count(analysis, token, lexicon, out);
    ++seen;
  }
  seen = 0;
  for (std::uint32_t i = index + 1; seen < reach && i < tokens.size() && !tokens[i].sentence_start; ++i) {
    const text::Token& token = tokens[i];
    if (!is_word(token)) continue;
    if (i == index + 1) look_at_neighbour(token, out);
    count(analysis, token, lexicon, out);
    ++seen;
  }
  return out;
}

}  // namespace soat::check
