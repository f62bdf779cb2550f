#pragma once

#include <cstdint>

#include "text/syllable.h"

namespace soat::text {

enum class TokenKind : std::uint8_t {
  word,             // letters, combining marks and apostrophes inside; a Vietnamese syllable when syllable is not none
  hyphenated,       // in-tơ-nét, Lê-nin: one token, parts separated by hyphens
  number,           // 1.234,5  12%  3/4
  date,             // 22/10/2018, 2/9
  amount,           // number with a unit or currency sign glued to it: 5km, 100.000đ, $20
  abbreviation,     // UBND, HĐND, TP., GS.TS
  document_symbol,  // 35-NQ/TW, 30/2020/NĐ-CP
  url,
  email,
  path,     // C:\Users\An, /etc/hosts, báo-cáo.docx
  hashtag,  // #tag and @name
  roman,    // XIII
  initial,  // a single capital with a full stop: Đ. in "Đ. T. Lan"
  punctuation,
  symbol,       // any other visible character
  placeholder,  // a field or footnote anchor of the surface (U+FFF9..U+FFFC, control characters)
};

enum class LetterCase : std::uint8_t { none, lower, capitalised, upper, mixed };

// One token of a paragraph. start and end are UTF-16 offsets into Analysis::text (the composed text);
// Analysis::original_span gives the offsets in the text as it was handed in.
struct Token {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  TokenKind kind = TokenKind::symbol;
  LetterCase letter_case = LetterCase::none;
  bool space_before = false;  // white space (or the paragraph's start) stands before it
  bool sentence_start =
      false;  // no word of its sentence stands before it (opening quotes, bullets and list heads do not count)
  Syllable syllable =
      {};  // for a word that is a possible Vietnamese syllable; otherwise empty (syllable.valid() is false)

  std::uint32_t length() const { return end - start; }
};

}  // namespace soat::text
