#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace soat::text {

// Half-open range of UTF-16 units.
struct Stretch {
  std::uint32_t start = 0;
  std::uint32_t end = 0;

  friend bool operator==(const Stretch&, const Stretch&) = default;
};

// Whether a paragraph (UTF-16, composed or not, misspelt or not) is Vietnamese, by its own letters: enough of its words
// bear letters that hardly another language has (ă đ ơ ư, hook, dot below, tilde on e i u y, two marks on one letter),
// and most of the rest could be Vietnamese syllables. A text without marks is taken for Vietnamese only when it is long
// and all of it could be; short, it cannot be told. Orthography alone decides: no word lists.
bool is_vietnamese_text(std::u16string_view paragraph);

// The stretches of a Vietnamese paragraph that are in Vietnamese: all of it but quotations in another language (three
// words or more between quotation marks). Empty if the paragraph is not Vietnamese.
std::vector<Stretch> vietnamese_stretches(std::u16string_view paragraph);

}  // namespace soat::text
