#pragma once

#include <optional>
#include <string>

#include "reference/legal/line.h"

namespace soat::reference::legal {

// The number of a document: "30/2020/NĐ-CP", "35-NQ/TW", "100/2019", "15".
struct Number {
  std::u16string text;    // without stray spaces
  std::size_t first = 0;  // words
  std::size_t end = 0;
  bool letters = false;  // a symbol, not a mere number
  bool year = false;     // 100/2019
};

// The number that begins at a word; nothing for a date.
std::optional<Number> number_at(const Line& line, std::size_t i);

}  // namespace soat::reference::legal
