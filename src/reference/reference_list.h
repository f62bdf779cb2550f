#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace soat::reference {

// UTF-16 range [start, end) of a paragraph.
struct TextPlace {
  std::uint32_t paragraph = 0;
  std::uint32_t start = 0;
  std::uint32_t end = 0;
};

// A citation in the text that has no entry in the list: a number, or authors and year.
struct MissingEntry {
  TextPlace place;
  bool other_year = false;                  // the list has these authors, with another year; place is then the year
  std::vector<std::u16string> suggestions;  // the years that the list has for them
};

// An entry that says the same as an earlier one, or has its address or DOI.
struct RepeatedEntry {
  std::uint32_t paragraph = 0;
  std::uint32_t first = 0;  // paragraph of the earlier one
};

struct ReferenceListReview {
  bool has_list = false;
  std::vector<MissingEntry> missing;
  std::vector<std::uint32_t> uncited;  // paragraphs of entries that nothing in the text refers to
  std::vector<RepeatedEntry> repeated;
};

// Compares citations typed by hand with the list of sources under a heading such as "Tài liệu tham khảo": [4],
// [4, tr. 243], [1-3; 5] with numbered entries ("[4] …", "4. …"), (Nguyễn, 2020), (Trần và Lê, 2019a; Bộ Y tế, 2020)
// with entries that have authors before a year. It would rather be silent than wrong: unless at least two citations of
// the text are found in the list, the list is taken to be of another kind and nothing is told. Numbers that the office
// makes (automatic numbering) are not in the text and so not known. Any UTF-16; composed letters.
ReferenceListReview review_reference_list(std::span<const std::u16string_view> paragraphs);

}  // namespace soat::reference
