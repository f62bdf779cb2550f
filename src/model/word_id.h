#pragma once

#include <cstdint>

namespace soat::model {

// Number of a word in a model's vocabulary. Words of one accent family (equal without tone and vowel marks) have
// neighbouring numbers.
using WordId = std::uint16_t;

// The first numbers are classes and marks, the same in every model.
inline constexpr WordId kNone = 0;      // no word; pads a context that reaches past the start of the sentence
inline constexpr WordId kBoundary = 1;  // start or end of a sentence
inline constexpr WordId kNumber = 2;
inline constexpr WordId kDate = 3;
inline constexpr WordId kDocumentSymbol = 4;
inline constexpr WordId kComma = 5;
inline constexpr WordId kColon = 6;  // colon and semicolon
inline constexpr WordId kOpenBracket = 7;
inline constexpr WordId kCloseBracket = 8;
inline constexpr WordId kDash = 9;
inline constexpr WordId kUnknownWord = 10;     // a word that is not in the vocabulary, in small letters
inline constexpr WordId kUnknownName = 11;     // the same, capitalised
inline constexpr WordId kUnknownAcronym = 12;  // the same, all capitals, or an abbreviation
inline constexpr WordId kRareSyllable = 13;    // a possible Vietnamese syllable that is not in the vocabulary
inline constexpr WordId kRoman = 14;           // a Roman number
inline constexpr WordId kFirstWord = 16;       // 15 is free

inline constexpr unsigned kMaximumOrder = 5;

}  // namespace soat::model
