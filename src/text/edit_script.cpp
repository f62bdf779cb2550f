#include "text/edit_script.h"

#include <algorithm>
#include <cstddef>

namespace soat::text {

namespace {

constexpr std::size_t most_cells = 4'000'000;

bool is_surrogate(char16_t unit) {
  return (unit & 0xF800) == 0xD800;
}

// Puts an edit before those that are there already, in one with the first of them where they touch.
void prepend(std::vector<Edit>& reversed, std::size_t start, std::size_t end, std::u16string_view after,
             std::size_t from, std::size_t to) {
  if (!reversed.empty() && reversed.back().start == end && reversed.back().text.data() == after.data() + to) {
    reversed.back().start = static_cast<std::uint32_t>(start);
    reversed.back().text = {after.data() + from, reversed.back().text.size() + (to - from)};
    return;
  }
  reversed.push_back(
      {static_cast<std::uint32_t>(start), static_cast<std::uint32_t>(end), after.substr(from, to - from)});
}

}  // namespace

std::vector<Edit> edit_script(std::u16string_view before, std::u16string_view after) {
  std::size_t same = 0;
  while (same < before.size() && same < after.size() && before[same] == after[same]) ++same;
  while (same > 0 && is_surrogate(before[same - 1])) --same;
  std::size_t old_end = before.size();
  std::size_t new_end = after.size();
  while (old_end > same && new_end > same && before[old_end - 1] == after[new_end - 1]) {
    --old_end;
    --new_end;
  }
  while (old_end < before.size() && is_surrogate(before[old_end])) {
    ++old_end;
    ++new_end;
  }
  const std::size_t rows = old_end - same;
  const std::size_t columns = new_end - same;
  if (rows == 0 && columns == 0) return {};
  const std::u16string_view middle = before.substr(same, rows);
  const std::u16string_view wanted = after.substr(same, columns);
  const bool whole = rows == 0 || columns == 0 || (rows + 1) * (columns + 1) > most_cells ||
                     std::ranges::any_of(middle, is_surrogate) || std::ranges::any_of(wanted, is_surrogate);
  if (whole) return {{static_cast<std::uint32_t>(same), static_cast<std::uint32_t>(old_end), wanted}};

  const std::size_t width = columns + 1;
  std::vector<std::uint32_t> distance((rows + 1) * width);
  for (std::size_t column = 0; column <= columns; ++column) distance[column] = static_cast<std::uint32_t>(column);
  for (std::size_t row = 1; row <= rows; ++row) {
    distance[row * width] = static_cast<std::uint32_t>(row);
    for (std::size_t column = 1; column <= columns; ++column) {
      const unsigned other = middle[row - 1] == wanted[column - 1] ? 0 : 1;
      const unsigned best =
          std::min({distance[(row - 1) * width + column - 1] + other, distance[(row - 1) * width + column] + 1U,
                    distance[row * width + column - 1] + 1U});
      distance[row * width + column] = static_cast<std::uint32_t>(best);
    }
  }
  std::vector<Edit> edits;
  std::size_t row = rows;
  std::size_t column = columns;
  while (row > 0 || column > 0) {
    const unsigned here = distance[row * width + column];
    if (row > 0 && column > 0 && middle[row - 1] == wanted[column - 1] &&
        here == distance[(row - 1) * width + column - 1]) {
      --row;
      --column;
    } else if (row > 0 && column > 0 && here == distance[(row - 1) * width + column - 1] + 1U) {
      prepend(edits, same + row - 1, same + row, after, same + column - 1, same + column);
      --row;
      --column;
    } else if (row > 0 && here == distance[(row - 1) * width + column] + 1U) {
      prepend(edits, same + row - 1, same + row, after, same + column, same + column);
      --row;
    } else {
      prepend(edits, same + row, same + row, after, same + column - 1, same + column);
      --column;
    }
  }
  std::ranges::reverse(edits);
  return edits;
}

}  // namespace soat::text
