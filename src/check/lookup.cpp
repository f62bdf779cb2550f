#include "check/lookup.h"

#include <algorithm>

namespace soat::check {

using text::Analysis;
using text::Sentence;
using text::Token;
using text::TokenKind;

const Token* token_before(const Analysis& analysis, std::uint32_t offset) {
  const auto found = std::ranges::upper_bound(analysis.tokens, offset, {}, &Token::end);
  return found == analysis.tokens.begin() ? nullptr : &*std::prev(found);
}

const Token* token_after(const Analysis& analysis, std::uint32_t offset) {
  const auto found = std::ranges::lower_bound(analysis.tokens, offset, {}, &Token::start);
  return found == analysis.tokens.end() ? nullptr : &*found;
}

const Token* token_ending_at(const Analysis& analysis, std::uint32_t offset) {
  const Token* found = token_before(analysis, offset);
  return found != nullptr && found->end == offset ? found : nullptr;
}

const Token* token_starting_at(const Analysis& analysis, std::uint32_t offset) {
  const Token* found = token_after(analysis, offset);
  return found != nullptr && found->start == offset ? found : nullptr;
}

const Token* word_before(const Analysis& analysis, std::uint32_t start) {
  if (start == 0 || analysis.text[start - 1] != u' ') return nullptr;
  const Token* found = token_ending_at(analysis, start - 1);
  return found != nullptr && found->kind == TokenKind::word ? found : nullptr;
}

const Token* word_after(const Analysis& analysis, std::uint32_t end) {
  if (end >= analysis.text.size() || analysis.text[end] != u' ') return nullptr;
  const Token* found = token_starting_at(analysis, end + 1);
  return found != nullptr && found->kind == TokenKind::word ? found : nullptr;
}

const Sentence* sentence_of(const Analysis& analysis, std::uint32_t token) {
  const auto found = std::ranges::upper_bound(analysis.sentences, token, {}, &Sentence::end_token);
  return found != analysis.sentences.end() && found->first_token <= token ? &*found : nullptr;
}

}  // namespace soat::check
