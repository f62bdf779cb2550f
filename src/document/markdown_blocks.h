#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "document/markdown_lines.h"

namespace soat::document::markdown {

struct Blocks {
  std::size_t open_fence = 0;                 // the line, from 1, where a block of code starts that never ends; 0: none
  std::unordered_set<std::u16string> labels;  // that references may use, in lower case
};

// The first phase: says of each line whether it is read, where its text starts, and to which leaf block it belongs.
Blocks read_blocks(std::vector<Line>& lines);

}  // namespace soat::document::markdown
