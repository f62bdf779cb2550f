#pragma once

#include <string>
#include <string_view>

#include "text/analysis.h"
#include "text/utf.h"

// Text taken apart, in a form that tests compare.
namespace soat::text {

inline std::string name(TokenKind kind) {
  switch (kind) {
    case TokenKind::word:
      return "word";
    case TokenKind::hyphenated:
      return "hyphenated";
    case TokenKind::number:
      return "number";
    case TokenKind::date:
      return "date";
    case TokenKind::amount:
      return "amount";
    case TokenKind::abbreviation:
      return "abbreviation";
    case TokenKind::document_symbol:
      return "document";
    case TokenKind::url:
      return "url";
    case TokenKind::email:
      return "email";
    case TokenKind::path:
      return "path";
    case TokenKind::hashtag:
      return "hashtag";
    case TokenKind::roman:
      return "roman";
    case TokenKind::initial:
      return "initial";
    case TokenKind::punctuation:
      return "punctuation";
    case TokenKind::symbol:
      return "symbol";
    case TokenKind::placeholder:
      return "placeholder";
  }
  return "?";
}

inline Analysis analysed(std::u16string_view text) {
  Analysis analysis;
  analyse(text, analysis);
  return analysis;
}

// Tokens as "text" for words and punctuation and "kind:text" for the others, joined by bars.
inline std::string tokens(std::u16string_view text) {
  const Analysis analysis = analysed(text);
  std::string out;
  for (const Token& token : analysis.tokens) {
    if (!out.empty()) out += "|";
    if (token.kind != TokenKind::word && token.kind != TokenKind::punctuation) out += name(token.kind) + ":";
    out += to_utf8(analysis.view(token));
  }
  return out;
}

inline std::string sentences(std::u16string_view text) {
  const Analysis analysis = analysed(text);
  std::string out;
  for (const Sentence& sentence : analysis.sentences) {
    out +=
        "[" + to_utf8(std::u16string_view(analysis.text).substr(sentence.start, sentence.end - sentence.start)) + "]";
  }
  return out;
}

}  // namespace soat::text
