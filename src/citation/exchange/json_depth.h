#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace soat::citation {

// Where JSON nests deeper than 64, which no item of a source does: the byte offset; nothing when it does not. To be
// asked before parsing: the parser's values are copied and freed by recursion.
std::optional<std::size_t> too_deep(std::string_view json);

}  // namespace soat::citation
