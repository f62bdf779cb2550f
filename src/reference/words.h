#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace soat::reference {

// A word (run of letters), a number (run of digits) or one other character of a line. start and end are UTF-16 offsets
// in the line.
struct LineWord {
  enum class Kind : unsigned char { letters, digits, mark };
  Kind kind = Kind::mark;
  std::size_t start = 0;
  std::size_t end = 0;
  bool space_before = false;
  bool capital = false;       // first letter is upper case
  bool all_capitals = false;  // every letter is
  bool toned = false;         // carries a Vietnamese tone mark, as no abbreviation does
  std::u16string
      key;  // lower case, the tone moved to the end, so that hoà and hòa are one; digits and marks as they are
  std::u16string plain;  // lower case without any marks (đ is d)
};

// Takes a line apart. Any UTF-16 will do; dashes of all kinds become '-', quotation marks '"', U+00D0 (mistaken for Đ)
// Đ in the keys.
std::vector<LineWord> words_of(std::u16string_view line);

// The key that LineWord::key has for a word.
std::u16string word_key(std::u16string_view word);
std::u16string word_plain(std::u16string_view word);

}  // namespace soat::reference
