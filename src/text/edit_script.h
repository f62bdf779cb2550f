#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace soat::text {

// [start, end) of the old text gives way to a part of the new one; either may be empty, not both.
struct Edit {
  std::uint32_t start = 0;
  std::uint32_t end = 0;
  std::u16string_view text;  // of the new text
};

// The fewest letters that turn one text into another (Levenshtein distance, Wagner and Fischer 1974), ascending,
// touching ones put together; a pair of surrogates is never parted. Texts of more than four million pairs of units are
// compared by what they begin and end with only.
std::vector<Edit> edit_script(std::u16string_view before, std::u16string_view after);

}  // namespace soat::text
