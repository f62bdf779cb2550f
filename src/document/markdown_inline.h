#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "document/markdown_lines.h"

namespace soat::document::markdown {

// Searches the lines [first, last) of one block, joined, and gives each what is hidden in it.
void read_block(std::vector<Line>& lines, std::size_t first, std::size_t last,
                const std::unordered_set<std::u16string>& labels);

}  // namespace soat::document::markdown
