#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "reference/words.h"

namespace soat::reference::source_list {

using Line = std::u16string_view;

// A source in a list.
struct Entry {
  std::uint32_t paragraph = 0;
  int number = 0;                         // 0: none
  std::vector<std::u16string> years;      // "2020", "2020a"
  std::set<std::u16string> before_year;   // keys of the words there: authors, in some styles the title too
  std::vector<std::u16string> author;     // keys of the words of the first author
  std::u16string initials;                // of the words before the year
  std::u16string words;                   // all of it, for comparing
  std::vector<std::u16string> addresses;  // web addresses and DOIs
};

// A list of sources: paragraphs behind its heading.
struct List {
  std::uint32_t heading = 0;
  std::uint32_t end = 0;  // first paragraph behind it
  std::vector<Entry> entries;
  bool numbered = false;
};

// The one list of a document; nothing when there is none, or one for each chapter.
std::optional<List> find_list(std::span<const Line> paragraphs);

// Whether a line is the heading of a list of sources ("TÀI LIỆU THAM KHẢO", "V. References:").
bool is_list_heading(Line line);

bool is_year(const LineWord& word);
// Citations that must be found in a list before one is said to be missing.
inline constexpr std::size_t fewest_known = 2;

// The value of up to six digits.
int number_of(std::u16string_view digits);

}  // namespace soat::reference::source_list
